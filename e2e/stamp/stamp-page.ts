import { checksumOf, encodeStamp, STAMP } from './stamp-code.ts';

/** HTML of a page that paints the stamp `id` with a counter that rises with every frame. */
export function stampPage(id: number, title: string): string {
  return `<!doctype html><meta charset="utf-8"><title>${title}</title>
<style>html, body { margin: 0; background: #335; overflow: hidden }</style>
<canvas id="stamp"></canvas>
<script>
const STAMP = ${JSON.stringify(STAMP)};
const checksumOf = ${checksumOf};
${encodeStamp}
const canvas = document.getElementById('stamp');
canvas.width = STAMP.columns * STAMP.cell + 2 * STAMP.frame;
canvas.height = STAMP.rows * STAMP.cell + 2 * STAMP.frame;
const context = canvas.getContext('2d');
let count = 0;
function paint() {
  count += 1;
  context.fillStyle = '#f0f';
  context.fillRect(0, 0, canvas.width, canvas.height);
  encodeStamp({ id: ${id}, count }).forEach((isWhite, index) => {
    const x = STAMP.frame + (index % STAMP.columns) * STAMP.cell;
    const y = STAMP.frame + Math.floor(index / STAMP.columns) * STAMP.cell;
    context.fillStyle = isWhite ? '#fff' : '#000';
    context.fillRect(x, y, STAMP.cell, STAMP.cell);
  });
}
setInterval(paint, 100);
paint();
</script>`;
}
