import type { GlobalShortcut } from 'electron';
import type { ShortcutName, ShortcutState, ShortcutStates } from '../../preload/share.ts';

type Wanted = Readonly<Record<ShortcutName, string | null>>;

const NONE: Wanted = { pause: null, stop: null };
const names = ['pause', 'stop'] as const;

/**
 * Holds the wanted shortcuts, and says what became of each. Only a change of what is wanted tries
 * again to get one that another program has.
 */
export function createShortcuts(
  globalShortcut: Pick<GlobalShortcut, 'register' | 'unregister'>,
  onPress: (name: ShortcutName) => void,
  onChange: (states: ShortcutStates) => void,
) {
  let current = NONE;
  let held: string[] = [];

  const hold = (name: ShortcutName, keys: string | null): ShortcutState => {
    if (keys === null) return { state: 'off' };
    try {
      if (!globalShortcut.register(keys, () => onPress(name))) return { state: 'taken', keys };
      held.push(keys);
      return { state: 'works', keys };
    } catch {
      // Electron throws at keys it cannot read.
      return { state: 'invalid', keys };
    }
  };

  const set = (wanted: Wanted) => {
    if (names.every((name) => wanted[name] === current[name])) return;
    current = { ...wanted };
    for (const keys of held) globalShortcut.unregister(keys);
    held = [];
    onChange({ pause: hold('pause', wanted.pause), stop: hold('stop', wanted.stop) });
  };
  return { set, close: () => set(NONE) };
}
