// Draws the tray's pictures from their SVGs: one pixel and two for each point, coloured, and black
// for macOS, which gives a template the colour of its menu bar.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

const folder = new URL('../resources/tray/', import.meta.url);
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(executablePath ? { executablePath } : {}),
});
for (const scale of [1, 2]) {
  const page = await browser.newPage({
    viewport: { width: 16, height: 16 },
    deviceScaleFactor: scale,
  });
  for (const name of ['tray-idle', 'tray-sharing', 'tray-paused']) {
    const drawing = readFileSync(new URL(`${name}.svg`, folder), 'utf8');
    for (const [suffix, svg] of [
      ['', drawing],
      ['Template', drawing.replace(/color="#\w+"/, 'color="#000"')],
    ]) {
      await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
      const picture = await page.screenshot({ omitBackground: true });
      writeFileSync(new URL(`${name}${suffix}${scale === 1 ? '' : '@2x'}.png`, folder), picture);
    }
  }
  await page.close();
}
await browser.close();
