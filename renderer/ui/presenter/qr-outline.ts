/** SVG path data with one rectangle for every run of dark modules in a row. */
export function outlineOf(modules: readonly (readonly boolean[])[]): string {
  return modules.map((row, y) => rowOutline(row, y)).join('');
}

function rowOutline(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x += 1;
    const length = x + 1 - start;
    path += `M${start} ${y}h${length}v1h-${length}z`;
  }
  return path;
}
