import type { Display, Rectangle } from 'electron';

export type Point = { readonly x: number; readonly y: number };
type Size = { readonly width: number; readonly height: number };
type Screens = {
  readonly displays: readonly Pick<Display, 'id' | 'workArea'>[];
  readonly primary: Pick<Display, 'id' | 'workArea'>;
};

const MARGIN = 12;

/**
 * Where the control bar opens: where the person put it last, else out of the way. A bar that
 * viewers see goes to a display that is not shared, where there is one, else into a corner.
 * @param sharedDisplayId `null` when a window is shared, or nobody knows
 */
export function placeForBar(
  remembered: Point | null,
  size: Size,
  { displays, primary }: Screens,
  { isSeen, sharedDisplayId }: { isSeen: boolean; sharedDisplayId: number | null },
): Rectangle {
  if (remembered) return keptOnScreen({ ...remembered, ...size }, displays, primary);
  const shared = displays.find(({ id }) => id === sharedDisplayId);
  const other = shared && displays.find(({ id }) => id !== sharedDisplayId);
  const { workArea } = (isSeen ? (other ?? shared) : shared) ?? primary;
  const left = workArea.x + Math.round((workArea.width - size.width) / 2);
  const right = workArea.x + workArea.width - size.width - MARGIN;
  const top = workArea.y + MARGIN;
  const bottom = workArea.y + workArea.height - size.height - MARGIN;
  const isInCorner = isSeen && !other;
  return { x: isInCorner ? right : left, y: isInCorner ? bottom : top, ...size };
}

/** The same place, moved as little as it takes to lie wholly on one display. */
export function keptOnScreen(
  wanted: Rectangle,
  displays: Screens['displays'],
  primary: Screens['primary'],
): Rectangle {
  let best = primary.workArea;
  for (const { workArea } of displays) {
    if (overlapOf(wanted, workArea) > overlapOf(wanted, best)) best = workArea;
  }
  const within = (at: number, length: number, start: number, room: number) =>
    Math.max(start, Math.min(at, start + room - length));
  return {
    ...wanted,
    x: within(wanted.x, wanted.width, best.x, best.width),
    y: within(wanted.y, wanted.height, best.y, best.height),
  };
}

function overlapOf(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}
