import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { PictureSize } from '../../stream/tiles/tile-grid.ts';
import type { TilePicture } from '../../stream/tiles/tile-picture.ts';

type Props = {
  readonly tiles: TilePicture;
  /** CSS size of the video where it has one of its own; otherwise it fits its surroundings. */
  readonly size?: PictureSize | undefined;
};

/** Lies exactly over the video; only for the eyes, like the video itself. */
export function TileLayer({ tiles, size }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.replaceChildren(tiles.canvas);
  }, [tiles]);
  return <div ref={place} className="tile-layer" style={size} aria-hidden="true" />;
}

/** Size of the presenter's screen in pixels, as soon as tiles tell it. */
export const useTileSize = (tiles: TilePicture): PictureSize | null =>
  useSyncExternalStore(tiles.subscribe, tiles.size);
