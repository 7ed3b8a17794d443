import type { STAMP } from './stamp-code.ts';

type Parts = {
  stampCells(value: number): boolean[];
  /** Paints the present time. */
  paintStamp(): void;
  /** Numbers that look random and are the same in every run. */
  randomFrom(seed: number): () => number;
};

/** Runs in the source page: what its other parts use. */
export function installStamp({ cell, cells }: typeof STAMP): void {
  const page = globalThis as unknown as Parts;
  const canvas = document.querySelector<HTMLCanvasElement>('#stamp');
  const context = canvas?.getContext('2d', { alpha: false });
  page.paintStamp = () => {
    if (!context) return;
    context.fillStyle = '#000';
    context.fillRect(0, 0, cell * cells, cell);
    context.fillStyle = '#fff';
    page.stampCells(Date.now() % 2 ** 24).forEach((isWhite, index) => {
      if (isWhite) context.fillRect(index * cell, 0, cell, cell);
    });
  };
  page.randomFrom = (seed) => {
    let state = (seed * 7_919 + 17) & 0x7fffffff;
    return () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return state / 0x7fffffff;
    };
  };
}
