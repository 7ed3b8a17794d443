/** Bytes as they lie on the disk, and as `gzip -9` makes them. */
export type Budget = { readonly raw: number; readonly gzip: number };

const kB = 1_000;

/**
 * How much may be read before a person sees or shares anything: today's size and a little. Whoever
 * goes over it looks first for what could be loaded later, and raises it with a reason.
 */
export const budgets = {
  /** `out/main/main.js`: all that is read before the first window is asked for. */
  mainStart: { raw: 96 * kB, gzip: 35 * kB },
  /** Every file of the main process, loaded at once or later. */
  mainAll: { raw: 840 * kB, gzip: 230 * kB },
  preload: { raw: 3 * kB, gzip: 1.2 * kB },
  /** What the page's HTML names: read by the app and by every viewer's browser before it shows anything. */
  pageStart: { raw: 850 * kB, gzip: 270 * kB },
  /** Every script of the page, workers and word lists included. */
  pageAll: { raw: 940 * kB, gzip: 300 * kB },
} satisfies Record<string, Budget>;

/** The whole `app.asar`. */
export const archiveBudget = 2_000 * kB;
