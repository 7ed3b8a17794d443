import type { MotionKind, StillKind } from './source-window.ts';

type Parts = {
  paintStamp(): void;
  randomFrom(seed: number): () => number;
  photos: HTMLCanvasElement[];
  texts: Record<Exclude<StillKind, 'slides'>, (number: number) => string>;
  source: object;
};

/** Runs in the source page: shows stills and moves things, with a stamp for each change. */
export function installMotion(): void {
  const page = globalThis as unknown as Parts;
  const KEY_MS = 83;
  const CLIP_FRAME_MS = 1_000 / 30;
  const find = (selector: string) => document.querySelector<HTMLElement>(selector) as HTMLElement;
  const still = find('#still');
  const clip = find('#clip');
  const typed = find('#typed');
  const photo = (index: number) => page.photos[index % page.photos.length] as HTMLCanvasElement;
  let stopMotion = () => {};

  const showSlide = (number: number): void => {
    const random = page.randomFrom(number);
    const points = Array.from({ length: 9 }, (_, row) => {
      const words = Array.from({ length: 6 }, () => random().toString(36).slice(2, 7)).join(' ');
      return `<p style="margin:0 0 16px">${row + 1}. ${words}</p>`;
    });
    still.innerHTML = `<div style="padding:100px 120px;font:26px/30px 'DejaVu Sans',sans-serif">
      <h1 style="margin:0 0 60px;font-size:44px">Figures of month ${number}</h1>${points.join('')}</div>`;
    const picture = photo(number);
    picture.style.cssText = 'position:absolute;right:40px;top:280px;width:860px;height:700px';
    still.append(picture);
  };

  const eachFrame = (leastMs: number, paint: (atMs: number) => void): (() => void) => {
    let isRunning = true;
    let next = 0;
    const frame = (atMs: number): void => {
      if (!isRunning) return;
      requestAnimationFrame(frame);
      // Half a display frame early is on time.
      if (atMs < next - 8) return;
      next = Math.max(next + leastMs, atMs);
      paint(atMs);
      page.paintStamp();
    };
    requestAnimationFrame(frame);
    return () => {
      isRunning = false;
    };
  };

  const type = (isStamped: boolean): (() => void) => {
    const random = page.randomFrom(5);
    typed.style.display = 'block';
    const keys = setInterval(() => {
      const text = typed.textContent ?? '';
      const key = 'abcdefghijklmnop qrstuvwxyz(){};'[Math.floor(random() * 32)] ?? ' ';
      typed.textContent = text.length > 150 ? key : text + key;
      if (isStamped) page.paintStamp();
    }, KEY_MS);
    return () => clearInterval(keys);
  };

  const motions: Record<MotionKind, () => () => void> = {
    typing: () => type(true),
    'unstamped typing': () => type(false),
    scrolling: () =>
      eachFrame(0, (atMs) => {
        still.style.transform = `translateY(${-Math.round((atMs / 4) % 500)}px)`;
      }),
    clip: () => {
      const ball = document.createElement('div');
      ball.style.cssText = 'width:120px;height:120px;border-radius:60px;background:#e33';
      const film = photo(0);
      film.style.cssText = 'width:1700px;height:1080px';
      clip.replaceChildren(film, ball);
      clip.style.display = 'block';
      return eachFrame(CLIP_FRAME_MS, (atMs) => {
        const turn = atMs / 1_000;
        const place = (x: number, y: number) => `translate(${Math.round(x)}px,${Math.round(y)}px)`;
        film.style.transform = place(
          -200 + 180 * Math.sin(turn * 1.3),
          -140 + 120 * Math.cos(turn * 0.9),
        );
        ball.style.transform = place(
          580 + 500 * Math.sin(turn * 2.1),
          300 + 260 * Math.cos(turn * 1.7),
        );
      });
    },
  };

  page.source = {
    show(kind: StillKind, number: number) {
      if (kind === 'slides') showSlide(number);
      else still.innerHTML = page.texts[kind](number);
      page.paintStamp();
    },
    start(kind: MotionKind) {
      stopMotion();
      stopMotion = motions[kind]();
    },
    stop() {
      stopMotion();
      stopMotion = () => {};
      clip.style.display = 'none';
      typed.textContent = '';
      typed.style.display = 'none';
      still.style.transform = '';
    },
  };
}
