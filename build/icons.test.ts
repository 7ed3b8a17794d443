import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const resources = new URL('./resources/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, resources));
const namesIn = (folder: string) => readdirSync(new URL(folder, resources));

const sizeOfPng = (png: Buffer) => ({
  isPng: png.subarray(1, 4).toString() === 'PNG',
  width: png.readUInt32BE(16),
  height: png.readUInt32BE(20),
});

/** Kinds of the entries in an ICNS file: four letters and a length before each. */
function kindsInIcns(icns: Buffer): string[] {
  const kinds: string[] = [];
  let at = 8;
  while (at < icns.readUInt32BE(4)) {
    kinds.push(icns.toString('latin1', at, at + 4));
    at += icns.readUInt32BE(at + 4);
  }
  return kinds;
}

/** Sides of the pictures in an ICO file; 0 stands for 256. */
const sidesInIco = (ico: Buffer) =>
  Array.from({ length: ico.readUInt16LE(4) }, (_, entry) => ico[6 + entry * 16] || 256);

const STATES = ['idle', 'sharing', 'paused'] as const;

describe('icons', () => {
  it('are drawn from the SVGs as they are now (else run: npm run icons)', () => {
    const sources = createHash('sha256').update(read('icon.svg'));
    for (const state of STATES) sources.update(read(`tray/tray-${state}.svg`));
    expect(read('icons-made-from.txt').toString().trim()).toBe(sources.digest('hex'));
  });

  it('are there for Linux in every size a desktop asks for', () => {
    const names = namesIn('icons/');
    const sides = names.map((name) => Number(name.split('x')[0])).sort((a, b) => a - b);
    expect(sides).toEqual([16, 22, 24, 32, 48, 64, 128, 256, 512, 1024]);
    for (const name of names) {
      const side = Number(name.split('x')[0]);
      expect(sizeOfPng(read(`icons/${name}`)), name).toEqual({
        isPng: true,
        width: side,
        height: side,
      });
    }
  });

  it('are there for Windows and macOS in every size they ask for', () => {
    expect(sidesInIco(read('icon.ico'))).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);
    expect(kindsInIcns(read('icon.icns')).sort()).toEqual(
      ['ic04', 'ic05', 'ic07', 'ic08', 'ic09', 'ic10', 'ic11', 'ic12', 'ic13', 'ic14'].sort(),
    );
  });

  it.each(STATES)('are there for a panel while %s', (state) => {
    for (const suffix of ['', 'Template']) {
      for (const scale of [1, 2]) {
        const name = `tray/tray-${state}${suffix}${scale === 1 ? '' : `@${scale}x`}.png`;
        expect(sizeOfPng(read(name)), name).toEqual({
          isPng: true,
          width: 16 * scale,
          height: 16 * scale,
        });
      }
    }
  });

  it('tell the three states apart', () => {
    const pictures = STATES.map((state) => read(`tray/tray-${state}.png`).toString('base64'));
    expect(new Set(pictures).size).toBe(3);
  });
});
