import { spawn } from 'node:child_process';
import { STAMP, STAMP_ROW } from '../source/stamp-code.ts';

export type Point = { readonly x: number; readonly y: number };
export type Area = Point & { readonly width: number; readonly height: number };
/** When a screen was first seen to show a stamp, in ms since 1970. */
export type Sighting = { readonly atMs: number; readonly value: number };
/** What an area of a screen showed from then on: a byte of luma for each pixel. */
export type Crop = { readonly atMs: number; readonly luma: Uint8Array };

/** Looks at X screens by the compiled native/screen-probe.c. */
export type ScreenProbe = {
  /** Four bytes for each pixel: blue, green, red, nothing. */
  shoot(display: string, area: Area): Promise<Buffer>;
  /** Every stamp that a picture whose top left is at `origin` shows within so long. */
  watchStamps(display: string, origin: Point, seconds: number): Promise<Sighting[]>;
  /** What an area shows now, and each time it has changed, within so long. */
  watchCrops(display: string, area: Area, seconds: number): Promise<Crop[]>;
};

/** How often an area is looked at: twice in a display interval. */
const CROP_EVERY_MS = 8;
const TIME_BYTES = 8;

export function createScreenProbe(program: string): ScreenProbe {
  const look = (...words: (string | number)[]) => runToEnd(program, words.map(String));
  return {
    shoot: (display, { x, y, width, height }) => look('shot', display, x, y, width, height),
    async watchStamps(display, { x, y }, seconds) {
      const row = y + STAMP_ROW;
      const printed = await look('stamps', display, x + STAMP.x, row, STAMP.cell, seconds);
      const lines = printed.toString().split('\n').filter(Boolean);
      return lines.map((line) => {
        const [atMs = 0, value = 0] = line.split(' ').map(Number);
        return { atMs, value };
      });
    },
    async watchCrops(display, { x, y, width, height }, seconds) {
      const area = [x, y, width, height];
      const bytes = await look('crops', display, ...area, seconds, CROP_EVERY_MS);
      const length = TIME_BYTES + width * height;
      return Array.from({ length: Math.floor(bytes.length / length) }, (_, index) => {
        const start = index * length;
        const luma = bytes.subarray(start + TIME_BYTES, start + length);
        return { atMs: bytes.readDoubleLE(start), luma };
      });
    },
  };
}

function runToEnd(program: string, words: readonly string[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(Buffer.concat(parts));
      else reject(new Error(`${program} ${words.join(' ')} ended with code ${code}`));
    });
  });
}
