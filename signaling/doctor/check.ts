import type { Problem } from './problems.ts';

/** What one check came to. */
export type Check = {
  readonly name: string;
  readonly text: string;
} & (
  | { readonly status: 'ok' }
  /** It works, but not for everybody or not for long. */
  | { readonly status: 'warning'; readonly problem: Problem }
  | { readonly status: 'failed'; readonly problem: Problem }
);

export const ok = (name: string, text: string): Check => ({ name, text, status: 'ok' });
export const warning = (name: string, text: string, problem: Problem): Check => ({
  name,
  text,
  status: 'warning',
  problem,
});
export const failed = (name: string, text: string, problem: Problem): Check => ({
  name,
  text,
  status: 'failed',
  problem,
});

/** What the checks need from their surroundings. */
export type DoctorDeps = {
  /** The addresses of a name, best first. Rejects with Node's error. */
  lookup(host: string): Promise<readonly string[]>;
  /** Milliseconds since 1970. */
  unixNow(): number;
  /** For every single question. */
  readonly timeoutMs: number;
  /** Certificates to trust beside the usual ones. */
  readonly ca?: string;
};

/** The code of one of Node's errors, for the report. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
}
