import { setTimeout as pause } from 'node:timers/promises';
import type { Lab } from '../lab.ts';
import { type Figures, named } from '../results.ts';
import type { Step } from '../scenarios.ts';
import type { PicturePlace } from '../shares/share.ts';
import { lumaOf } from './likeness.ts';
import { figuresOfChange, TEXT_AREA } from './looks.ts';
import { compareScreens, textAreaAt, WATCHED_BEFORE_S } from './measure-join.ts';

const STILL_MS = 1_000;
/** Whoever watches this long compares once more at the end. */
const SETTLED_S = 5;

/** Shows another page and watches how it comes to the viewer. */
export async function measureChange(
  lab: Lab,
  place: PicturePlace,
  { kind, seconds, reading }: Extract<Step, { does: 'change' }>,
): Promise<Figures> {
  const { surroundings, probe, source } = lab;
  const { presenterDisplay, viewerDisplay } = surroundings;
  const watched = seconds + WATCHED_BEFORE_S;
  const watching = Promise.all([
    probe.watchStamps(presenterDisplay, { x: 0, y: 0 }, watched),
    probe.watchCrops(viewerDisplay, textAreaAt(place), watched),
  ]);
  await pause(200);
  await source.show(kind);
  await pause(STILL_MS);
  const still = await compareScreens(lab, place);
  const [stamps, crops] = await watching;
  const settled = seconds >= SETTLED_S ? named('settled', await compareScreens(lab, place)) : {};
  // The first sighting is what was there before.
  const changedMs = stamps[1]?.atMs;
  if (changedMs === undefined) throw new Error('the shared screen did not change');
  const original = lumaOf(await probe.shoot(presenterDisplay, TEXT_AREA));
  const watchedMs = seconds * 1_000;
  const shown = { crops, original, changedMs, watchedMs };
  const change = await figuresOfChange(shown, kind, reading);
  return named(kind, { ...change, ...named('still', still), ...settled });
}
