import { describe, expect, it } from 'vitest';
import type { ShortcutName, ShortcutStates } from '../../preload/share.ts';
import { createShortcuts } from './shortcuts.ts';

function open(takenByOthers: readonly string[] = []) {
  const held = new Map<string, () => void>();
  const pressed: ShortcutName[] = [];
  const states: ShortcutStates[] = [];
  const shortcuts = createShortcuts(
    {
      register(keys, press) {
        if (keys === 'nonsense') throw new TypeError('conversion failure');
        if (takenByOthers.includes(keys) || held.has(keys)) return false;
        held.set(keys, press);
        return true;
      },
      unregister: (keys) => void held.delete(keys),
    },
    (name) => pressed.push(name),
    (state) => states.push(state),
  );
  return { held, pressed, states, shortcuts };
}

describe('shortcuts', () => {
  it('are held while wanted, and let go afterwards', () => {
    const { held, pressed, states, shortcuts } = open();
    shortcuts.set({ pause: 'Alt+P', stop: 'Alt+S' });
    held.get('Alt+P')?.();
    held.get('Alt+S')?.();
    expect(pressed).toEqual(['pause', 'stop']);
    expect(states).toEqual([
      { pause: { state: 'works', keys: 'Alt+P' }, stop: { state: 'works', keys: 'Alt+S' } },
    ]);
    shortcuts.close();
    expect([...held]).toEqual([]);
    expect(states.at(-1)).toEqual({ pause: { state: 'off' }, stop: { state: 'off' } });
  });

  it('follow a change of the settings, and are left alone without one', () => {
    const { held, states, shortcuts } = open();
    shortcuts.set({ pause: 'Alt+P', stop: null });
    shortcuts.set({ pause: 'Alt+P', stop: null });
    expect(states).toHaveLength(1);
    shortcuts.set({ pause: 'Alt+Q', stop: null });
    expect([...held.keys()]).toEqual(['Alt+Q']);
  });

  it('that another program has, that nobody knows, or that are wanted twice are reported', () => {
    const { states, shortcuts } = open(['Alt+P']);
    shortcuts.set({ pause: 'Alt+P', stop: 'nonsense' });
    shortcuts.set({ pause: 'Alt+Z', stop: 'Alt+Z' });
    expect(states).toEqual([
      { pause: { state: 'taken', keys: 'Alt+P' }, stop: { state: 'invalid', keys: 'nonsense' } },
      { pause: { state: 'works', keys: 'Alt+Z' }, stop: { state: 'taken', keys: 'Alt+Z' } },
    ]);
  });

  it('that belong to another program are not taken from it at the end', () => {
    const { held, shortcuts } = open();
    held.set('Alt+P', () => {});
    shortcuts.set({ pause: 'Alt+P', stop: null });
    shortcuts.close();
    expect([...held.keys()]).toEqual(['Alt+P']);
  });
});
