// Draws every icon of the product anew from the SVGs in build/resources: run it after changing one.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { IconIcns, IconIco } from '@shockpkg/icon-encoder';
import { root } from './step.mjs';

const resources = path.join(root, 'build/resources');
const iconSvg = readFileSync(path.join(resources, 'icon.svg'), 'utf8');

const LINUX_SIZES = [16, 22, 24, 32, 48, 64, 128, 256, 512, 1024];
const WINDOWS_SIZES = [16, 20, 24, 32, 40, 48, 64, 128, 256];
/** What the icon of a Mac's app holds: kind of entry by its pixels (the same that iconutil makes). */
const MAC_SIZES = /** @type {const} */ ([
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic04', 16],
  ['ic14', 512],
  ['ic09', 512],
  ['ic05', 32],
  ['ic10', 1024],
  ['ic11', 32],
]);
/** Apple's grid leaves this part of the canvas free on each side of an app's icon. */
const MAC_MARGIN = 100 / 1024;

const TRAY_SIDE = 16;
const TRAY_SCALES = [1, 2];
const trayFolder = path.join(resources, 'tray');
/** In their own colours, and black for macOS, which recolours what is called a template itself. */
const trayDrawings = ['tray-idle.svg', 'tray-sharing.svg', 'tray-paused.svg'].map(
  (file) => /** @type {const} */ ([file, readFileSync(path.join(trayFolder, file), 'utf8')]),
);

const ownChromium = '/usr/bin/chromium';
const browser = await chromium.launch({
  ...(existsSync(ownChromium) ? { executablePath: ownChromium } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();

/**
 * @param {string} svg
 * @param {number} side in pixels
 * @param {number} [margin] part of the side that stays free all around
 */
async function draw(svg, side, margin = 0) {
  await page.setViewportSize({ width: Math.max(side, 64), height: Math.max(side, 64) });
  const inner = Math.round(side * (1 - 2 * margin));
  const free = (side - inner) / 2;
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setContent(
    `<body style="margin:0"><img src="${source}" style="position:absolute;left:${free}px;top:${free}px;width:${inner}px;height:${inner}px">`,
  );
  const clip = { x: 0, y: 0, width: side, height: side };
  return page.screenshot({ clip, omitBackground: true });
}

const folderOf = (/** @type {string} */ name) => {
  const folder = path.join(resources, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
};

const linuxFolder = folderOf('icons');
for (const side of LINUX_SIZES) {
  writeFileSync(path.join(linuxFolder, `${side}x${side}.png`), await draw(iconSvg, side));
}

const ico = new IconIco();
for (const side of WINDOWS_SIZES) await ico.addFromPng(await draw(iconSvg, side), null, false);
writeFileSync(path.join(resources, 'icon.ico'), ico.encode());

const icns = new IconIcns();
for (const [kind, side] of MAC_SIZES) {
  await icns.addFromPng(await draw(iconSvg, side, MAC_MARGIN), [kind], false);
}
writeFileSync(path.join(resources, 'icon.icns'), icns.encode());

for (const [file, drawing] of trayDrawings) {
  const name = file.replace('.svg', '');
  const looks = { '': drawing, Template: drawing.replace(/color="#\w+"/, 'color="#000"') };
  for (const [suffix, svg] of Object.entries(looks)) {
    for (const scale of TRAY_SCALES) {
      const picture = await draw(svg, TRAY_SIDE * scale);
      writeFileSync(
        path.join(trayFolder, `${name}${suffix}${scale === 1 ? '' : '@2x'}.png`),
        picture,
      );
    }
  }
}
await browser.close();

const madeFrom = createHash('sha256').update(iconSvg);
for (const [, drawing] of trayDrawings) madeFrom.update(drawing);
writeFileSync(path.join(resources, 'icons-made-from.txt'), `${madeFrom.digest('hex')}\n`);
