import { copyFile, mkdir, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { SaveFailure } from '../../preload/settings.ts';
import { SETTINGS_TEXT_LENGTH } from '../../preload/settings-text.ts';

export type FoundText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }
  /** It is there, but it is no text that could be ours. */
  | { readonly kind: 'unreadable' };

/** The one file; nothing here knows what is in it. */
export type SettingsFile = {
  readonly place: string;
  read(): Promise<FoundText>;
  /** The file is whole at every moment, the old one or the new one. Rejects with Node's error. */
  write(text: string): Promise<void>;
  /**
   * Puts the file, or a copy of it, beside itself under a name of its own.
   * Rejects with Node's error where that cannot be.
   */
  keepAside(how: 'move' | 'copy'): Promise<string>;
};

/** Nobody else may read it: it can hold the password of a relay. */
const OWNER_ONLY = 0o600;

/** @param now milliseconds since 1970 */
export function openSettingsFile(place: string, now: () => number): SettingsFile {
  return {
    place,
    async read() {
      try {
        // What somebody else put there may be anything, of any size.
        const found = await stat(place);
        const isOurs = found.isFile() && found.size <= SETTINGS_TEXT_LENGTH * 4;
        return isOurs
          ? { kind: 'text', text: await readFile(place, 'utf8') }
          : { kind: 'unreadable' };
      } catch (error) {
        return { kind: codeOf(error) === 'ENOENT' ? 'none' : 'unreadable' };
      }
    },
    async write(text) {
      // The profile is made by whoever needs it first.
      await mkdir(path.dirname(place), { recursive: true });
      await writeFileAtomic(place, text, { mode: OWNER_ONLY });
    },
    async keepAside(how) {
      const aside = await freeName(place, now());
      if (how === 'move') await rename(place, aside);
      else await copyFile(place, aside);
      return aside;
    },
  };
}

/** What a failed write means to a person. */
export function saveFailureOf(error: unknown): SaveFailure {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  return ['EACCES', 'EPERM', 'EROFS'].includes(code) ? 'not-allowed' : 'failed';
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

async function freeName(place: string, nowMs: number): Promise<string> {
  const { dir, name, ext } = path.parse(place);
  const time = new Date(nowMs).toISOString().slice(0, 19).replaceAll(':', '-');
  for (let count = 1; ; count += 1) {
    const number = count === 1 ? '' : `-${count}`;
    const aside = path.join(dir, `${name}.broken-${time}${number}${ext}`);
    const isTaken = await stat(aside).then(
      () => true,
      () => false,
    );
    if (!isTaken) return aside;
  }
}
