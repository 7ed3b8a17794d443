type Parts = {
  randomFrom(seed: number): () => number;
  /** Pictures with the statistics of photographs: soft shapes, edges, texture and grain. */
  photos: HTMLCanvasElement[];
};

/** Runs in the source page: paints pictures that are as hard to encode as photographs. */
export function installPhotos(): void {
  const page = globalThis as unknown as Parts;
  const WIDTH = 1_100;
  const HEIGHT = 700;

  /** Noise of one size: smooth between the points of a coarse grid. */
  const octave = (random: () => number, step: number) => {
    const columns = Math.ceil(WIDTH / step) + 2;
    const grid = Array.from({ length: columns * (Math.ceil(HEIGHT / step) + 2) }, random);
    const at = (x: number, y: number) => grid[y * columns + x] ?? 0;
    const smooth = (part: number) => part * part * (3 - 2 * part);
    return (x: number, y: number) => {
      const column = Math.floor(x / step);
      const row = Math.floor(y / step);
      const right = smooth(x / step - column);
      const down = smooth(y / step - row);
      const upper = at(column, row) * (1 - right) + at(column + 1, row) * right;
      const lower = at(column, row + 1) * (1 - right) + at(column + 1, row + 1) * right;
      return upper * (1 - down) + lower * down;
    };
  };

  const paint = (seed: number): HTMLCanvasElement => {
    const random = page.randomFrom(seed);
    const canvas = document.createElement('canvas');
    canvas.width = WIDTH;
    canvas.height = HEIGHT;
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) return canvas;
    const picture = context.createImageData(WIDTH, HEIGHT);
    const octaves = [240, 90, 34, 13, 5].map((step) => octave(random, step));
    const tint = [random(), random(), random()];
    for (let y = 0, at = 0; y < HEIGHT; y += 1) {
      for (let x = 0; x < WIDTH; x += 1, at += 4) {
        let height = 0;
        octaves.forEach((noise, index) => {
          height += noise(x, y) * 0.5 ** (index * 0.8);
        });
        // A horizon: sky above, ground below, with a hard edge between them.
        const isGround = height * 0.45 + y / HEIGHT > 1.15;
        const light = isGround ? 0.25 + height * 0.35 : 0.75 + height * 0.12 - y / HEIGHT / 3;
        const grain = (random() - 0.5) * 10;
        for (let channel = 0; channel < 3; channel += 1) {
          const colour = isGround ? (tint[channel] ?? 0) : 0.8 + channel * 0.1;
          picture.data[at + channel] = 255 * light * (0.45 + 0.55 * colour) + grain;
        }
        picture.data[at + 3] = 255;
      }
    }
    context.putImageData(picture, 0, 0);
    return canvas;
  };
  page.photos = [1, 2, 3].map(paint);
}
