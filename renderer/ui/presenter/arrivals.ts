import type { RoomViewer } from '../../connection/presenter-state.ts';

export function askingViewers(viewers: readonly RoomViewer[]): readonly RoomViewer[] {
  return viewers.filter((viewer) => viewer.stage === 'asking');
}

export function admittedViewers(viewers: readonly RoomViewer[]): readonly RoomViewer[] {
  return viewers.filter((viewer) => viewer.stage !== 'asking');
}

/** Those in `now` that were not in `before`. */
export function arrivals(
  before: readonly RoomViewer[],
  now: readonly RoomViewer[],
): readonly RoomViewer[] {
  const known = new Set(before.map((viewer) => viewer.peerId));
  return now.filter((viewer) => !known.has(viewer.peerId));
}
