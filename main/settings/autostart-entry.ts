/** What a desktop environment starts at login (Desktop Application Autostart Specification). */
export function autostartEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Version=1.0',
    'Name=Sightline',
    'Comment=Show your screen to a colleague',
    'Comment[ko]=동료에게 내 화면 보여주기',
    `Exec=${command.map(quoted).join(' ')}`,
    'Icon=sightline',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** One argument as the `Exec` key wants it, which is itself a string that is unescaped first. */
function quoted(argument: string): string {
  const literal = argument.replaceAll('%', '%%');
  if (/^[\w%+,./:=@-]+$/.test(literal)) return literal;
  const inQuotes = literal.replace(/["`$\\]/g, '\\$&');
  return `"${inQuotes.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}"`;
}
