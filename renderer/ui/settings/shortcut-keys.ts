import { shortcutParts } from '../../../preload/shortcut.ts';

const macKeys: Readonly<Record<string, string>> = {
  CommandOrControl: '⌘',
  Control: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Super: '⌘',
};
const otherKeys: Readonly<Record<string, string>> = {
  CommandOrControl: 'Ctrl',
  Control: 'Ctrl',
};
const arrows: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→' };

/** The keys of a combination, as they are printed on this computer's keyboard. */
export function shortcutKeys(shortcut: string, isMac: boolean): readonly string[] {
  const { modifiers, key } = shortcutParts(shortcut);
  const names = isMac ? macKeys : otherKeys;
  return [...modifiers.map((modifier) => names[modifier] ?? modifier), arrows[key] ?? key];
}
