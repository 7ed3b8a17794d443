import { type Figures, named } from '../results.ts';
import { LOOKS_MS, type Reading } from '../scenarios.ts';
import type { StillKind } from '../source/source-window.ts';
import { EXACT_PSNR, likenessOf } from './likeness.ts';
import { cutOut, readWords, sharedWords } from './read-words.ts';
import type { Area, Crop } from './screen-probe.ts';
import { cropAt, firstTime } from './timeline.ts';

/** Where the text is that is compared: small enough to be looked at a hundred times a second. */
export const TEXT_AREA: Area = { x: 200, y: 240, width: 640, height: 360 };

/** The part of it that tesseract reads; it takes a second for each. */
const READ_AREA: Area = { x: 0, y: 0, width: 480, height: 240 };

/** Text of 12 pixels this like the original is read by tesseract as well as the original. */
const READABLE_SSIM = 0.95;
/** Anything else on a screen is less like the picture than the worst of its frames. */
const RECOGNISABLE_SSIM = 0.1;
const READ_SHARE = 0.95;
/** Nothing is read below, and tesseract takes a second to say so. */
const HOPELESS_SSIM = 0.4;

type Likeness = (crop: Crop) => ReturnType<typeof likenessOf>;

type Change = {
  /** What the viewer's screen showed, from before the change on. */
  readonly crops: readonly Crop[];
  readonly original: Uint8Array;
  readonly changedMs: number;
  /** How long it was watched. */
  readonly watchedMs: number;
};

/** What a viewer sees of a change, at each of the looks and until it can be read. */
export async function figuresOfChange(
  { crops, original, changedMs, watchedMs }: Change,
  kind: StillKind,
  reading: Reading,
): Promise<Figures> {
  const likeness = remember((crop) => likenessOf(crop.luma, original, TEXT_AREA));
  const since = crops.filter(({ atMs }) => atMs >= changedMs);
  let expected: Promise<readonly string[]> | undefined;
  const words = remember(async (crop) => {
    if (likeness(crop).ssim < HOPELESS_SSIM) return 0;
    expected ??= readText(original, kind);
    return sharedWords(await readText(crop.luma, kind), await expected);
  });
  let figures: Figures = {
    firstFrameMs: firstTime(since, changedMs, (crop) => likeness(crop).ssim >= RECOGNISABLE_SSIM),
    readableMs: firstTime(since, changedMs, (crop) => likeness(crop).ssim >= READABLE_SSIM),
    exactMs: firstTime(since, changedMs, (crop) => likeness(crop).psnr === EXACT_PSNR),
    ...(reading === 'moment'
      ? { wordsMs: await firstRead(since, changedMs, { likeness, words }) }
      : {}),
  };
  for (const lookMs of LOOKS_MS) {
    const crop = lookMs <= watchedMs ? cropAt(crops, changedMs + lookMs) : undefined;
    if (!crop) continue;
    const share = reading === 'nothing' ? {} : { words: await words(crop) };
    figures = { ...figures, ...named(String(lookMs), { ...likeness(crop), ...share }) };
  }
  return figures;
}

const readText = (luma: Uint8Array, kind: StillKind) =>
  readWords(cutOut(luma, TEXT_AREA.width, READ_AREA), READ_AREA, kind);

/** Works each crop out once. */
function remember<Value>(work: (crop: Crop) => Value): (crop: Crop) => Value {
  const known = new Map<Crop, Value>();
  return (crop) => {
    const value = known.has(crop) ? (known.get(crop) as Value) : work(crop);
    known.set(crop, value);
    return value;
  };
}

/** Pictures that differ by less are read alike; reading each would take minutes. */
const OTHER_SSIM = 0.005;

/**
 * When enough words could be read for the first time, in ms after the change. Every picture that
 * looks different is read in turn: a better one is not always read better.
 */
async function firstRead(
  crops: readonly Crop[],
  changedMs: number,
  { likeness, words }: { likeness: Likeness; words: (crop: Crop) => Promise<number> },
): Promise<number | null> {
  let lastSsim = Number.NEGATIVE_INFINITY;
  for (const crop of crops) {
    const { ssim } = likeness(crop);
    if (Math.abs(ssim - lastSsim) < OTHER_SSIM) continue;
    lastSsim = ssim;
    if ((await words(crop)) >= READ_SHARE) return crop.atMs - changedMs;
  }
  return null;
}
