import * as z from 'zod/mini';
import type { SignalingOptions } from './options.ts';

/** One option of the command line, and what may be written behind it. */
export type Setting = {
  /** The service option this sets. */
  readonly key: keyof SignalingOptions | 'logLevel';
  readonly schema: z.ZodMiniType<unknown, string>;
  /** What stands for the value in the help; a switch has none. */
  readonly value?: string;
  readonly allowed: string;
  readonly help: string;
  readonly isList?: true;
  /** What is set stands in a file, because everybody on a computer can read command lines. */
  readonly isInFile?: true;
};

/** The schema of a number within bounds, and the words for it. */
export function wholeNumber(minimum: number, maximum: number) {
  const isInRange = (text: string) => Number(text) >= minimum && Number(text) <= maximum;
  const digits = z.string().check(z.regex(/^\d{1,10}$/), z.refine(isInRange));
  return {
    schema: z.pipe(digits, z.transform(Number)),
    allowed: `a whole number from ${minimum} to ${maximum}`,
  };
}
