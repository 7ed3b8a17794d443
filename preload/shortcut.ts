/** As Electron names them, in the order in which they are written. */
const MODIFIERS = ['CommandOrControl', 'Control', 'Alt', 'Shift', 'Super'] as const;
type Modifier = (typeof MODIFIERS)[number];

const spellings: Readonly<Record<string, Modifier>> = {
  commandorcontrol: 'CommandOrControl',
  cmdorctrl: 'CommandOrControl',
  control: 'Control',
  ctrl: 'Control',
  alt: 'Alt',
  option: 'Alt',
  shift: 'Shift',
  super: 'Super',
  meta: 'Super',
};

const NAMED_KEYS = [
  ...['Space', 'Tab', 'Enter', 'Insert', 'Delete', 'Backspace', 'Home', 'End', 'PageUp'],
  ...['PageDown', 'Up', 'Down', 'Left', 'Right', 'Plus', 'Escape', 'PrintScreen'],
  ...[',', '.', '/', ';', "'", '[', ']', '\\', '`', '-', '='],
  ...Array.from({ length: 24 }, (_, index) => `F${index + 1}`),
];
const FUNCTION_KEY = /^F\d+$/;
const MAX_LENGTH = 64;

/** A combination of keys, in parts. */
export type KeyCombination = { readonly modifiers: readonly string[]; readonly key: string };

/** The one spelling of a combination, or `undefined` when it is none that should be global. */
export function writeShortcut({ modifiers, key }: KeyCombination): string | undefined {
  const held = MODIFIERS.filter((modifier) => modifiers.includes(modifier));
  const known = keyNamed(key);
  if (known === undefined || held.length !== modifiers.length) return undefined;
  // Without one of these it would be taken from everybody who types.
  const isReserved = held.some((modifier) => modifier !== 'Shift');
  return isReserved || FUNCTION_KEY.test(known) ? [...held, known].join('+') : undefined;
}

/** The same for what a person wrote into a file, in any of Electron's spellings. */
export function readShortcut(text: string): string | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const parts = text.split('+').map((part) => part.trim());
  const key = parts.pop() ?? '';
  const modifiers = parts.map((part) => lookUp(part.toLowerCase()));
  const isKnown = modifiers.every((modifier) => modifier !== undefined);
  if (!isKnown || new Set(modifiers).size !== modifiers.length) return undefined;
  return writeShortcut({ modifiers, key });
}

/** The parts of a combination in its one spelling. */
export function shortcutParts(shortcut: string): KeyCombination {
  const modifiers = shortcut.split('+');
  const key = modifiers.pop() ?? '';
  return { modifiers, key };
}

const lookUp = (spelling: string): Modifier | undefined =>
  Object.hasOwn(spellings, spelling) ? spellings[spelling] : undefined;

function keyNamed(key: string): string | undefined {
  if (/^[a-z0-9]$/i.test(key)) return key.toUpperCase();
  return NAMED_KEYS.find((name) => name.toLowerCase() === key.toLowerCase());
}
