import type { FinishedStill } from './outgoing-still.ts';
import type { WantedQuality } from './still-writer.ts';

/** How large patches should be, learnt from those that were sent. */
export type PatchSizes = {
  mostTiles(rateBps: number): Record<WantedQuality, number>;
  learn(wanted: WantedQuality, still: Pick<FinishedStill, 'patch' | 'bytes'>): void;
};

/** A patch should be across within this time: what comes after it may be more urgent. */
const PATCH_TAKES_MS: Record<WantedQuality, number> = { coarse: 700, near: 350, exact: 350 };
/** Small text, before anything is known. */
const FIRST_BYTES_PER_TILE: Record<WantedQuality, number> = {
  coarse: 150,
  near: 1_500,
  exact: 2_500,
};
/** Beyond these a patch keeps a processor busy for too long. */
const MOST_TILES: Record<WantedQuality, number> = { coarse: 120, near: 240, exact: 240 };
/** And larger stills take too long to write, whatever the link. */
const MOST_BYTES = 256 * 1_024;
const LEARNING = 0.3;

export function createPatchSizes(): PatchSizes {
  const bytesPerTile = { ...FIRST_BYTES_PER_TILE };
  const most = (wanted: WantedQuality, rateBps: number) => {
    const bytes = Math.min(MOST_BYTES, (rateBps / 8_000) * PATCH_TAKES_MS[wanted]);
    return Math.max(1, Math.min(MOST_TILES[wanted], Math.floor(bytes / bytesPerTile[wanted])));
  };
  return {
    mostTiles: (rateBps) => ({
      coarse: most('coarse', rateBps),
      near: most('near', rateBps),
      exact: most('exact', rateBps),
    }),
    learn(wanted, { patch, bytes }) {
      const seen = Math.max(20, bytes.length / (patch.columns * patch.rows));
      // What is dearer than believed counts at once: it is what delays others.
      const weight = seen > bytesPerTile[wanted] ? 1 : LEARNING;
      bytesPerTile[wanted] += (seen - bytesPerTile[wanted]) * weight;
    },
  };
}
