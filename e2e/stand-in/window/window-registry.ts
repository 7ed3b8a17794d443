/** What quitting needs to know of a window. */
export type RegisteredWindow = {
  /** Whether the app let it close. */
  close(): boolean;
  destroy(): void;
  readonly closed: Promise<void>;
};

const windows = new Set<RegisteredWindow>();
let onAllClosed: () => void = () => {};

export const windowRegistry = {
  add: (window: RegisteredWindow): void => void windows.add(window),
  remove(window: RegisteredWindow): void {
    windows.delete(window);
    if (windows.size === 0) onAllClosed();
  },
  all: (): RegisteredWindow[] => [...windows],
  whenAllClosed(listener: () => void): void {
    onAllClosed = listener;
  },
};
