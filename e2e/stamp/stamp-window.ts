import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openChromiumApp } from '../support/chromium.ts';
import { stampPage } from './stamp-page.ts';

export type StampWindow = { readonly id: number; readonly title: string; close(): Promise<void> };

/** Opens a window of its own, at a known place, that shows the rising stamp `id`. */
export async function openStampWindow(
  id: number,
  place: { x: number; y: number },
): Promise<StampWindow> {
  const title = `Stamp ${id}`;
  const folder = await mkdtemp(path.join(tmpdir(), 'sightline-stamp-'));
  const file = path.join(folder, 'stamp.html');
  await writeFile(file, stampPage(id, title));
  const context = await openChromiumApp(pathToFileURL(file).href, {
    ...place,
    width: 420,
    height: 320,
  });
  return {
    id,
    title,
    close: async () => {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
