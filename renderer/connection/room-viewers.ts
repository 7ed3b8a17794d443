import { isSamePath } from '../peer/link-path.ts';
import type { RoomViewer } from './presenter-state.ts';

/** Of a viewer whose link does not stand. */
export const UNKNOWN = { words: null, path: null, quality: null } as const;

export function withAsking(
  viewers: readonly RoomViewer[],
  asker: Pick<RoomViewer, 'peerId' | 'name' | 'device' | 'nearbyAddress'>,
): readonly RoomViewer[] {
  const { peerId, name, device, nearbyAddress } = asker;
  const others = viewers.filter((viewer) => viewer.peerId !== peerId);
  const asking = { stage: 'asking', isAway: false, ...UNKNOWN } as const;
  const where = nearbyAddress === undefined ? {} : { nearbyAddress };
  return [...others, { peerId, name, device, ...where, ...asking }];
}

/** In the old one's place, so that the list does not jump. */
export function withReturned(
  viewers: readonly RoomViewer[],
  {
    formerPeerId,
    peerId,
    name,
    device,
  }: Pick<RoomViewer, 'peerId' | 'name' | 'device'> & { readonly formerPeerId: string },
): readonly RoomViewer[] {
  const fresh = { stage: 'connecting', isAway: false, ...UNKNOWN } as const;
  const returned: RoomViewer = { peerId, name, device, ...fresh };
  const others = viewers.filter((viewer) => viewer.peerId !== peerId);
  const at = others.findIndex((viewer) => viewer.peerId === formerPeerId);
  return at < 0 ? [...others, returned] : others.with(at, returned);
}

export type ViewerChange = Partial<
  Pick<RoomViewer, 'stage' | 'isAway' | 'words' | 'path' | 'quality'>
>;

/** The list with one viewer changed; the very same list when nothing is new. */
export function withChange(
  viewers: readonly RoomViewer[],
  peerId: string,
  change: ViewerChange,
): readonly RoomViewer[] {
  const viewer = viewers.find((one) => one.peerId === peerId);
  if (!viewer) return viewers;
  // A path is measured every second, mostly the same.
  if (change.path && viewer.path && isSamePath(change.path, viewer.path)) return viewers;
  const isNew = Object.entries(change).some(
    ([key, value]) => viewer[key as keyof ViewerChange] !== value,
  );
  return isNew ? viewers.map((one) => (one === viewer ? { ...one, ...change } : one)) : viewers;
}
