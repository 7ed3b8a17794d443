import { setTimeout as pause } from 'node:timers/promises';
import type { Lab } from '../lab.ts';
import type { Figures } from '../results.ts';
import { PICTURE, type PicturePlace, type Share } from '../shares/share.ts';
import { lumaOf, psnrOf, sharedPixels } from './likeness.ts';
import { figuresOfChange, TEXT_AREA } from './looks.ts';
import type { Area } from './screen-probe.ts';

/** Lets the only viewer in and watches how the picture comes. */
export async function measureJoin(
  lab: Lab,
  share: Share,
  place: PicturePlace,
  seconds: number,
): Promise<Figures> {
  const { surroundings, probe } = lab;
  const original = lumaOf(await probe.shoot(surroundings.presenterDisplay, TEXT_AREA));
  const watching = probe.watchCrops(
    surroundings.viewerDisplay,
    textAreaAt(place),
    seconds + WATCHED_BEFORE_S,
  );
  await pause(200);
  const changedMs = await share.admit(0);
  const crops = await watching;
  const watchedMs = seconds * 1_000;
  return figuresOfChange({ crops, original, changedMs, watchedMs }, 'code', 'looks');
}

/** Watching begins before what is watched, and lasts as long after it. */
export const WATCHED_BEFORE_S = 0.5;

/** The text area on the viewer's screen. */
export const textAreaAt = ({ origin }: PicturePlace): Area => ({
  ...TEXT_AREA,
  x: origin.x + TEXT_AREA.x,
  y: origin.y + TEXT_AREA.y,
});

/** Compares both screens as they are now, every pixel and every colour. */
export async function compareScreens(lab: Lab, { origin }: PicturePlace): Promise<Figures> {
  const { presenterDisplay, viewerDisplay } = lab.surroundings;
  const [original, shown] = await Promise.all([
    lab.probe.shoot(presenterDisplay, { x: 0, y: 0, ...PICTURE }),
    lab.probe.shoot(viewerDisplay, { ...origin, ...PICTURE }),
  ]);
  const sharedShare = sharedPixels(shown, original);
  return { sharedShare, isExact: sharedShare === 1 ? 1 : 0, colourPsnr: psnrOf(shown, original) };
}
