import { spawn } from 'node:child_process';
import type { StillKind } from '../source/source-window.ts';

type Size = { readonly width: number; readonly height: number };

/** Letters of a screen are smaller than those of a scanned page, which tesseract is made for. */
const ENLARGE = 3;

/** The words that tesseract reads in a picture of a byte of luma for each pixel, in order. */
export async function readWords(
  luma: Uint8Array,
  size: Size,
  kind: StillKind,
): Promise<readonly string[]> {
  const language = kind === 'korean' ? 'kor+eng' : 'eng';
  const text = await recognise(asPgm(enlarge(luma, size), enlarged(size)), language);
  return text.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

/**
 * The share of words of the original that were read in the picture too, in the same order.
 * @returns 1 where the original has none
 */
export function sharedWords(read: readonly string[], original: readonly string[]): number {
  if (original.length === 0) return 1;
  // The longest common subsequence, a row at a time.
  let above: number[] = new Array(read.length + 1).fill(0);
  for (const word of original) {
    const row = [0];
    for (let at = 0; at < read.length; at += 1) {
      const isSame = read[at] === word;
      row.push(isSame ? (above[at] ?? 0) + 1 : Math.max(row[at] ?? 0, above[at + 1] ?? 0));
    }
    above = row;
  }
  return (above.at(-1) ?? 0) / original.length;
}

/**
 * A part of a picture of a byte for each pixel.
 * @param width of the whole picture
 */
export function cutOut(
  luma: Uint8Array,
  width: number,
  part: Size & { readonly x: number; readonly y: number },
): Uint8Array {
  const cut = new Uint8Array(part.width * part.height);
  for (let row = 0; row < part.height; row += 1) {
    const start = (part.y + row) * width + part.x;
    cut.set(luma.subarray(start, start + part.width), row * part.width);
  }
  return cut;
}

const enlarged = ({ width, height }: Size): Size => ({
  width: width * ENLARGE,
  height: height * ENLARGE,
});

/** Bilinear, as a viewer who comes closer. */
function enlarge(luma: Uint8Array, { width, height }: Size): Uint8Array {
  const large = new Uint8Array(luma.length * ENLARGE ** 2);
  const at = (x: number, y: number) =>
    luma[Math.min(y, height - 1) * width + Math.min(x, width - 1)] ?? 0;
  for (let row = 0, to = 0; row < height * ENLARGE; row += 1) {
    const y = Math.floor(row / ENLARGE);
    const down = (row % ENLARGE) / ENLARGE;
    for (let column = 0; column < width * ENLARGE; column += 1, to += 1) {
      const x = Math.floor(column / ENLARGE);
      const right = (column % ENLARGE) / ENLARGE;
      const upper = at(x, y) * (1 - right) + at(x + 1, y) * right;
      const lower = at(x, y + 1) * (1 - right) + at(x + 1, y + 1) * right;
      large[to] = upper * (1 - down) + lower * down;
    }
  }
  return large;
}

const asPgm = (luma: Uint8Array, { width, height }: Size): Buffer =>
  Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), luma]);

function recognise(picture: Buffer, language: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('tesseract', ['stdin', 'stdout', '--psm', '6', '-l', language], {
      stdio: ['pipe', 'pipe', 'ignore'],
      // Its threads wait for each other by turning on the spot, on a busy machine for minutes.
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(text);
      else reject(new Error(`tesseract -l ${language} ended with code ${code}`));
    });
    child.stdin.on('error', () => {});
    child.stdin.end(picture);
  });
}
