import { describe, expect, it } from 'vitest';
import { readShortcut } from '../../../preload/shortcut.ts';
import { type PressedKeys, readPressedKeys } from './pressed-shortcut.ts';
import { shortcutKeys } from './shortcut-keys.ts';

type Held = { ctrl?: true; alt?: true; shift?: true; meta?: true };
const pressing = (key: string, code: string, held: Held = {}): PressedKeys => ({
  key,
  code,
  ctrlKey: held.ctrl === true,
  altKey: held.alt === true,
  shiftKey: held.shift === true,
  metaKey: held.meta === true,
});

describe('keys pressed for a shortcut', () => {
  it.each([
    ['a letter', pressing('p', 'KeyP', { ctrl: true, alt: true }), 'CommandOrControl+Alt+P'],
    ['a capital', pressing('P', 'KeyP', { ctrl: true, shift: true }), 'CommandOrControl+Shift+P'],
    ['Hangul', pressing('ㅔ', 'KeyP', { alt: true }), 'Alt+P'],
    ['another layout', pressing('a', 'KeyQ', { alt: true }), 'Alt+A'],
    [
      'a digit with Shift',
      pressing('!', 'Digit1', { ctrl: true, shift: true }),
      'CommandOrControl+Shift+1',
    ],
    ['an arrow', pressing('ArrowUp', 'ArrowUp', { meta: true }), 'Super+Up'],
    ['a function key alone', pressing('F9', 'F9'), 'F9'],
    ['a sign', pressing(',', 'Comma', { alt: true }), 'Alt+,'],
    ['Escape with others', pressing('Escape', 'Escape', { ctrl: true }), 'CommandOrControl+Escape'],
    ['the other Enter', pressing('Enter', 'NumpadEnter', { alt: true }), 'Alt+Enter'],
  ])('with %s are written as Electron reads them', (_what, pressed, shortcut) => {
    expect(readPressedKeys(pressed, false)).toEqual({ kind: 'shortcut', shortcut });
    expect(readShortcut(shortcut)).toBe(shortcut);
  });

  it.each([
    [pressing('π', 'KeyP', { meta: true, alt: true }), 'CommandOrControl+Alt+P'],
    [pressing('p', 'KeyP', { ctrl: true }), 'Control+P'],
  ])('on a Mac mean its own keys: %j', (pressed, shortcut) => {
    expect(readPressedKeys(pressed, true)).toEqual({ kind: 'shortcut', shortcut });
  });

  it.each([
    ['held', pressing('Control', 'ControlLeft', { ctrl: true })],
    ['held', pressing('AltGraph', 'AltRight')],
    ['cancel', pressing('Escape', 'Escape')],
    ['leave', pressing('Tab', 'Tab', { shift: true })],
    ['unusable', pressing('p', 'KeyP')],
    ['unusable', pressing('P', 'KeyP', { shift: true })],
    ['unusable', pressing('MediaPlayPause', 'MediaPlayPause', { ctrl: true })],
  ])('are %s: %j', (kind, pressed) => {
    expect(readPressedKeys(pressed, false)).toEqual({ kind });
  });
});

describe('a shortcut', () => {
  it('is shown by the names on the keyboard', () => {
    const shortcut = 'CommandOrControl+Alt+Shift+Left';
    expect(shortcutKeys(shortcut, false)).toEqual(['Ctrl', 'Alt', 'Shift', '←']);
    expect(shortcutKeys(shortcut, true)).toEqual(['⌘', '⌥', '⇧', '←']);
    expect(shortcutKeys('Alt+-', false)).toEqual(['Alt', '-']);
  });
});
