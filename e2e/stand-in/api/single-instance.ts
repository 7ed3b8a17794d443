import { mkdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseLock, takeLock } from '../process/lock-file.ts';

export type SecondInstance = { argv: string[]; cwd: string; data: unknown };

export type SingleInstance = {
  request(data: unknown): boolean;
  isHeld(): boolean;
  release(): void;
};

/** A lock file in the app's user data; who comes second leaves a note beside it. */
export function createSingleInstance(
  folderOf: () => string,
  onSecond: (second: SecondInstance) => void,
): SingleInstance {
  let folder: string | undefined;
  const lockIn = (parent: string): string => join(parent, 'pid');

  function leaveNote(parent: string, data: unknown): void {
    const note: SecondInstance = { argv: process.argv, cwd: process.cwd(), data };
    const draft = join(parent, `draft-${process.pid}`);
    writeFileSync(draft, JSON.stringify(note));
    renameSync(draft, join(parent, `second-${process.pid}.json`));
  }

  function watchForNotes(parent: string): void {
    watch(parent, (_event, name) => {
      if (!name?.startsWith('second-')) return;
      const file = join(parent, name);
      try {
        const note = JSON.parse(readFileSync(file, 'utf8')) as SecondInstance;
        rmSync(file);
        onSecond(note);
      } catch {
        // Renaming and removing the note are reported too.
      }
    }).unref();
  }

  return {
    request(data) {
      if (folder) return true;
      const parent = folderOf();
      mkdirSync(parent, { recursive: true });
      if (!takeLock(lockIn(parent))) {
        leaveNote(parent, data);
        return false;
      }
      folder = parent;
      watchForNotes(parent);
      return true;
    },
    isHeld: () => folder !== undefined,
    release() {
      if (folder) releaseLock(lockIn(folder));
      folder = undefined;
    },
  };
}
