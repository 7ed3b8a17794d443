import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownFrame } from '../../stream/quality/frame-latency.ts';
import type { TilePicture } from '../../stream/tiles/tile-picture.ts';
import { type PictureSize, StreamVideo } from '../stream-video.tsx';
import { cssSizeOf, type PictureFit } from './picture-size.ts';
import { TileLayer, useTileSize } from './tile-layer.tsx';
import { useDevicePixelRatio } from './use-device-pixel-ratio.ts';

type Props = {
  readonly stream: MediaStream;
  readonly tiles: TilePicture;
  readonly fit: PictureFit;
  readonly isHidden: boolean;
  readonly onFrame: ((frame: ShownFrame) => void) | undefined;
};

export function Picture({ stream, tiles, fit, isHidden, onFrame }: Props) {
  const { t } = useTranslation();
  const [videoSize, setVideoSize] = useState<PictureSize | null>(null);
  // The video may be sent smaller than the screen is; tiles never are.
  const size = useTileSize(tiles) ?? videoSize;
  const pixelRatio = useDevicePixelRatio();
  const isScrollable = fit === 'actual-size';
  const cssSize = isScrollable && size ? cssSizeOf(size, pixelRatio) : undefined;
  return (
    // Only a focusable area can be scrolled with the keyboard.
    <section
      className={`picture picture-${fit}`}
      aria-label={isScrollable ? t('viewer.scrollArea') : undefined}
      tabIndex={isScrollable ? 0 : undefined}
      hidden={isHidden}
    >
      {size === null && <p className="picture-coming">{t('viewer.pictureComing')}</p>}
      <StreamVideo
        stream={stream}
        label={t('viewer.video')}
        className="picture-video"
        style={cssSize}
        onResize={setVideoSize}
        onFrame={onFrame}
      />
      <TileLayer tiles={tiles} size={cssSize} />
    </section>
  );
}
