import type { PowerSaveBlocker } from 'electron';

/** Keeps the display on while it should be. */
export function createDisplayBlocker(powerSaveBlocker: Pick<PowerSaveBlocker, 'start' | 'stop'>) {
  let blocker: number | undefined;
  const set = (isKeptOn: boolean) => {
    if (isKeptOn === (blocker !== undefined)) return;
    if (blocker === undefined) {
      blocker = powerSaveBlocker.start('prevent-display-sleep');
    } else {
      powerSaveBlocker.stop(blocker);
      blocker = undefined;
    }
  };
  return { set, close: () => set(false) };
}
