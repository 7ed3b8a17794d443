/** Logistic values of probabilities; in whole numbers, so that every browser computes the same. */
const SQUASHED = [
  1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1_101, 1_546, 2_047, 2_549, 2_994, 3_348,
  3_607, 3_785, 3_901, 3_975, 4_022, 4_050, 4_068, 4_079, 4_085, 4_089, 4_092, 4_093, 4_094,
];
/** A probability has 12 bits. */
const CERTAIN = 4_095;
const STEEPEST = 2_047;
const SQUASH = new Int16Array(2 * STEEPEST + 1);
const STRETCH = new Int16Array(CERTAIN + 1);
for (let slope = -STEEPEST; slope <= STEEPEST; slope += 1) {
  const part = slope & 127;
  const place = (slope >> 7) + 16;
  const [from = 0, to = 0] = [SQUASHED[place], SQUASHED[place + 1]];
  SQUASH[slope + STEEPEST] = (from * (128 - part) + to * part + 64) >> 7;
}
for (let probability = 0, slope = -STEEPEST; probability <= CERTAIN; probability += 1) {
  while (slope < STEEPEST && (SQUASH[slope + STEEPEST] ?? 0) < probability) slope += 1;
  STRETCH[probability] = slope;
}

/** How far a probability moves towards what happened, by how often it has been asked (of 65536). */
const MOST_ASKED = 30;
const STEP = Int32Array.from({ length: MOST_ASKED + 1 }, (_, asked) => 65_536 / (asked + 1.6));

const CONTEXTS = 3;
const CONTEXT_BITS = 16;
const START_WEIGHT = 24_000;
const WEIGHT_LIMIT = 1 << 19;
const LEARNING = 10;

export type BitPredictor = {
  /** How likely the next bit is 1, from 1 to 4094, seen in three contexts of 16 bits each. */
  predict(first: number, second: number, third: number, weightSet: number): number;
  /** Must follow each prediction. */
  learn(bit: 0 | 1): void;
};

/**
 * Mixes what three contexts say about the next bit (logistic mixing, as in the PAQ family). Knows
 * nothing at the start.
 */
export function createBitPredictor(weightSets: number): BitPredictor {
  const size = CONTEXTS << CONTEXT_BITS;
  const chances = new Uint16Array(size).fill(32_768);
  const asked = new Uint8Array(size);
  const weights = new Int32Array(weightSets * CONTEXTS).fill(START_WEIGHT);
  const [slots, slopes] = [new Int32Array(CONTEXTS), new Int32Array(CONTEXTS)];
  let set = 0;
  let probability = 0;
  return {
    predict(first, second, third, weightSet) {
      set = weightSet * CONTEXTS;
      slots[0] = first & 0xffff;
      slots[1] = (1 << CONTEXT_BITS) | (second & 0xffff);
      slots[2] = (2 << CONTEXT_BITS) | (third & 0xffff);
      let sum = 0;
      for (let index = 0; index < CONTEXTS; index += 1) {
        const slope = STRETCH[(chances[slots[index] as number] as number) >> 4] as number;
        slopes[index] = slope;
        sum += (slope * (weights[set + index] as number)) >> 8;
      }
      const mixed = Math.max(-STEEPEST, Math.min(STEEPEST, sum >> 8));
      probability = Math.max(1, Math.min(CERTAIN - 1, SQUASH[mixed + STEEPEST] as number));
      return probability;
    },
    learn(bit) {
      const miss = ((bit << 12) - probability) * LEARNING;
      for (let index = 0; index < CONTEXTS; index += 1) {
        const slot = slots[index] as number;
        const weight =
          (weights[set + index] as number) + (((slopes[index] as number) * miss + 0x8000) >> 16);
        weights[set + index] = Math.max(-WEIGHT_LIMIT, Math.min(WEIGHT_LIMIT, weight));
        const times = asked[slot] as number;
        const chance = chances[slot] as number;
        const goal = bit === 1 ? 65_535 : 0;
        chances[slot] = chance + (((goal - chance) * (STEP[times] as number)) >> 16);
        if (times < MOST_ASKED) asked[slot] = times + 1;
      }
    },
  };
}
