import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** An input that once broke a parser, or nearly. */
export type CorpusEntry = {
  readonly file: string;
  readonly target: string;
  readonly input: unknown;
};

/** Reads every file of the corpus; throws for one that is not of its form. */
export function readCorpus(folder: string): CorpusEntry[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const entry: unknown = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
      if (typeof entry !== 'object' || entry === null || !('target' in entry)) {
        throw new Error(`${file} has no "target"`);
      }
      const { target } = entry;
      if (typeof target !== 'string' || !('input' in entry)) {
        throw new Error(`${file} needs a "target" and an "input"`);
      }
      return { file, target, input: entry.input };
    });
}

/** The name and text of the corpus file for an input. */
export function toCorpusFile(target: string, input: unknown): { name: string; text: string } {
  const text = `${JSON.stringify({ target, input }, null, 2)}\n`;
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return { name: `${target}-${digest}.json`, text };
}
