import { writeShortcut } from '../../../preload/shortcut.ts';

export type PressedKeys = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'
>;

/** What a person means by a key that goes down while a combination is being recorded. */
export type Pressed =
  | { readonly kind: 'shortcut'; readonly shortcut: string }
  /** Only keys that are held down with others so far. */
  | { readonly kind: 'held' }
  | { readonly kind: 'cancel' }
  /** Tab goes on to the next control. */
  | { readonly kind: 'leave' }
  | { readonly kind: 'unusable' };

const HELD_KEYS = ['Control', 'Alt', 'AltGraph', 'Shift', 'Meta', 'OS', 'CapsLock', 'Fn'];
/** Where Electron's name is another one than the DOM's. */
const keyNames: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Backquote: '`',
  Minus: '-',
  Equal: '=',
};

export function readPressedKeys(pressed: PressedKeys, isMac: boolean): Pressed {
  const { key } = pressed;
  const isAlone = !pressed.ctrlKey && !pressed.altKey && !pressed.metaKey;
  if (HELD_KEYS.includes(key)) return { kind: 'held' };
  if (isAlone && key === 'Escape') return { kind: 'cancel' };
  if (isAlone && key === 'Tab') return { kind: 'leave' };
  const modifiers = [
    ...((isMac ? pressed.metaKey : pressed.ctrlKey) ? ['CommandOrControl'] : []),
    ...(isMac && pressed.ctrlKey ? ['Control'] : []),
    ...(pressed.altKey ? ['Alt'] : []),
    ...(pressed.shiftKey ? ['Shift'] : []),
    ...(!isMac && pressed.metaKey ? ['Super'] : []),
  ];
  const shortcut = writeShortcut({ modifiers, key: keyOf(pressed) });
  return shortcut === undefined ? { kind: 'unusable' } : { kind: 'shortcut', shortcut };
}

/** By its letter where it has one of ours, else by its place: Hangul, or Option on a Mac. */
function keyOf({ key, code }: PressedKeys): string {
  if (/^[a-z]$/i.test(key)) return key;
  const [, character] = /^(?:Key|Digit)([A-Z0-9])$/.exec(code) ?? [];
  if (character !== undefined) return character;
  return keyNames[code] ?? code.replace(/^Numpad(?=Enter)/, '');
}
