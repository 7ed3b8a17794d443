import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('release-notes.mjs', import.meta.url));
const folders: string[] = [];
afterEach(() => folders.splice(0).map((folder) => rmSync(folder, { recursive: true })));

function notesOf(said: Record<string, string>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'sightline-notes-'));
  folders.push(folder);
  for (const [system, text] of Object.entries(said)) {
    mkdirSync(path.join(folder, `installers-${system}`));
    writeFileSync(path.join(folder, `installers-${system}/signing-${system}.txt`), text);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, folder], {
    encoding: 'utf8',
  });
  return { status, text: stdout, trouble: stderr };
}

describe('the notes of a release', () => {
  it('say “unsigned” where nobody has signed', () => {
    const { text } = notesOf({ macOS: 'unsigned\n', Windows: 'unsigned\r\n' });
    expect(text.match(/\*\*unsigned\*\*/g)).toHaveLength(2);
  });

  it('say which of them are signed', () => {
    const { text } = notesOf({ macOS: 'signed\n', Windows: 'unsigned\n' });
    expect(text).toMatch(/\*\*macOS\*\*: signed/);
    expect(text).toMatch(/\*\*Windows\*\*: \*\*unsigned\*\*/);
  });

  it('call nothing signed that has said something else', () => {
    const { text } = notesOf({ macOS: 'perhaps', Windows: '' });
    expect(text.match(/\*\*unsigned\*\*/g)).toHaveLength(2);
  });

  it('are refused while one system has said nothing', () => {
    const { status, trouble } = notesOf({ macOS: 'signed\n' });
    expect(status).toBe(1);
    expect(trouble).toMatch(/Both macOS and Windows/);
  });
});
