import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openChromiumApp } from '../support/chromium.ts';

/** A film without letters: soft slopes and grain that drift. */
const CLIP = `<!doctype html><meta charset="utf-8"><title>Clip</title>
<style>html, body { margin: 0; height: 100%; overflow: hidden; background: #222 }</style>
<canvas id="film" width="1600" height="1100"></canvas>
<script>
const film = document.getElementById('film');
const context = film.getContext('2d');
const image = context.createImageData(film.width, film.height);
let grain = 1;
for (let y = 0, at = 0; y < film.height; y += 1) {
  for (let x = 0; x < film.width; x += 1, at += 4) {
    grain = (grain * 1103515245 + 12345) & 0x7fffffff;
    const light = 128 + 50 * Math.sin(x / 37 + y / 90) + 40 * Math.cos(y / 29) + (grain % 13);
    image.data.set([light, 200 - light / 2, 255 - light, 255], at);
  }
}
context.putImageData(image, 0, 0);
let step = 0;
setInterval(() => {
  step += 1;
  const [x, y] = [200 + 180 * Math.sin(step / 12), 150 + 140 * Math.cos(step / 15)];
  film.style.transform = 'translate(' + -Math.round(x) + 'px,' + -Math.round(y) + 'px)';
}, 66);
</script>`;

/** Opens a window in which a clip plays until it is closed. */
export async function openClipWindow(place: {
  x: number;
  y: number;
  width: number;
  height: number;
}): Promise<{ close(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sightline-clip-'));
  const file = path.join(folder, 'clip.html');
  await writeFile(file, CLIP);
  const context = await openChromiumApp(pathToFileURL(file).href, place);
  return {
    close: async () => {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
