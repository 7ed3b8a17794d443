import { supportedOnly } from '../supported-only.ts';

/** By accelerator, for tests to press. */
export const shortcuts = new Map<string, () => void>();

export const globalShortcut = supportedOnly('globalShortcut', {
  register(accelerator: string, callback: () => void): boolean {
    if (shortcuts.has(accelerator)) return false;
    shortcuts.set(accelerator, callback);
    return true;
  },
  unregister: (accelerator: string): void => void shortcuts.delete(accelerator),
  unregisterAll: (): void => shortcuts.clear(),
  isRegistered: (accelerator: string): boolean => shortcuts.has(accelerator),
});
