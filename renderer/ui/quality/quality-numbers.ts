import type { LiveQuality } from '../../stream/quality/live-quality.ts';

/** A bitrate as people read it. */
export type ReadableRate = { readonly unit: 'kbit' | 'mbit'; readonly rate: string };

const MEGABIT = 1_000_000;

/** Above a megabit with one decimal, below in whole kilobits. */
export function readableRate(bitrateBps: number, language: string | undefined): ReadableRate {
  const isLarge = bitrateBps >= MEGABIT;
  const numbers = new Intl.NumberFormat(language, {
    maximumFractionDigits: isLarge && bitrateBps < 10 * MEGABIT ? 1 : 0,
  });
  return {
    unit: isLarge ? 'mbit' : 'kbit',
    rate: numbers.format(bitrateBps / (isLarge ? MEGABIT : 1_000)),
  };
}

export type QualityNumbers = {
  readonly latencyMs: number | null;
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly framesPerSecond: number | null;
  readonly bitrate: ReadableRate | null;
  readonly roundTripMs: number | null;
  /** As a percentage in the person's language. */
  readonly loss: string | null;
};

/** The numbers of a picture as people read them; `null` where nobody knows. */
export function qualityNumbersOf(
  { reading, latencyMs }: LiveQuality,
  language: string | undefined,
): QualityNumbers {
  const { bitrateBps, framesPerSecond, roundTripMs, lossRatio } = reading;
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  return {
    latencyMs: latencyMs === null ? null : Math.round(latencyMs),
    size: reading.size,
    framesPerSecond: framesPerSecond === null ? null : Math.round(framesPerSecond),
    bitrate: bitrateBps === null ? null : readableRate(bitrateBps, language),
    roundTripMs: roundTripMs === null ? null : Math.round(roundTripMs),
    loss: lossRatio === null ? null : percent.format(lossRatio),
  };
}
