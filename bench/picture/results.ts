/**
 * What one launch of one contender came to, by name of the figure. `null`: waited for in vain.
 * Names are parts joined by points, such as `typing.p50Ms` and `code.250.ssim`.
 */
export type Figures = { readonly [name: string]: number | null };

export type LaunchResult = {
  readonly scenario: string;
  readonly network: string;
  readonly contender: string;
  readonly viewers: number;
  readonly round: number;
  /** When it began, in ms since 1970. */
  readonly atMs: number;
  readonly figures: Figures;
  /** What the connection agreed on, for the reader. */
  readonly notes: { readonly [name: string]: string };
  /** Why the launch ended early, when it did. */
  readonly failure?: string;
};

/** Figures under a common first part of their names. */
export const named = (part: string, figures: Figures): Figures =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${part}.${name}`, value]));
