import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';

/** Far beyond any arrangement of displays. */
const coordinate = z.int().check(z.minimum(-1_000_000), z.maximum(1_000_000));

const remembered = z.object({
  place: z.nullable(z.object({ x: coordinate, y: coordinate })),
  isHidden: z.boolean(),
});
export type RememberedBar = z.infer<typeof remembered>;

const NOTHING: RememberedBar = { place: null, isHidden: false };

/**
 * Where the person put the control bar, and whether it is wanted at all; kept in a file. What cannot
 * be read or written costs only that: the bar is where a new one would be.
 */
export function openBarMemory(file: string) {
  let current = read(file);
  return {
    get: (): RememberedBar => current,
    change(changes: Partial<RememberedBar>): void {
      const next = { ...current, ...changes };
      if (JSON.stringify(next) === JSON.stringify(current)) return;
      current = next;
      try {
        // At once, because the app may be about to quit; whole, because it may end under way.
        writeFileSync(`${file}.new`, JSON.stringify(current));
        renameSync(`${file}.new`, file);
      } catch {
        // A full or read-only disk.
      }
    },
  };
}
export type BarMemory = ReturnType<typeof openBarMemory>;

function read(file: string): RememberedBar {
  try {
    const parsed = remembered.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : NOTHING;
  } catch {
    return NOTHING;
  }
}
