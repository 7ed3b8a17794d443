import { setTimeout as delay } from 'node:timers/promises';
import { listSharingBars, unmapWindow } from '../x11/windows.ts';

const longestTurnMs = 15_000;
const barSearches = 15;
const barSearchPauseMs = 100;

type CleanUp = () => Promise<void>;
type Turn = { cleanUp: CleanUp; readonly end: () => void };

let lastTurn: Promise<void> = Promise.resolve();
let current: Turn | undefined;

// Electron shows no such bar, and here it would be in the picture of a shared screen.
async function hideSharingBars(): Promise<void> {
  for (let search = 0; search < barSearches; search += 1) {
    for (const { xid } of await listSharingBars()) await unmapWindow(xid);
    await delay(barSearchPauseMs, undefined, { ref: false });
  }
}

/** Captures start one at a time: the chosen window carries a mark, and only one may carry it. */
export async function takeCaptureTurn(): Promise<void> {
  const before = lastTurn;
  let finish: () => void = () => {};
  lastTurn = new Promise((resolve) => {
    finish = resolve;
  });
  await before;
  // A page that goes away never says that it is done.
  const tooLong = setTimeout(() => void endCaptureTurn(), longestTurnMs).unref();
  const end = (): void => {
    clearTimeout(tooLong);
    finish();
  };
  current = { cleanUp: () => Promise.resolve(), end };
}

export function cleanUpAfterTurn(cleanUp: CleanUp): void {
  if (current) current.cleanUp = cleanUp;
}

/** The page has its stream, or has given up. */
export async function endCaptureTurn(): Promise<void> {
  const ending = current;
  current = undefined;
  await ending?.cleanUp();
  ending?.end();
  void hideSharingBars();
}
