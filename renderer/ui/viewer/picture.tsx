import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PictureSize, StreamVideo } from '../stream-video.tsx';
import { cssSizeOf, type PictureFit } from './picture-size.ts';
import { useDevicePixelRatio } from './use-device-pixel-ratio.ts';

type Props = {
  readonly stream: MediaStream;
  readonly fit: PictureFit;
  readonly isHidden: boolean;
};

export function Picture({ stream, fit, isHidden }: Props) {
  const { t } = useTranslation();
  const [size, setSize] = useState<PictureSize | null>(null);
  const pixelRatio = useDevicePixelRatio();
  const isScrollable = fit === 'actual-size';
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
        style={isScrollable && size ? cssSizeOf(size, pixelRatio) : undefined}
        onResize={setSize}
      />
    </section>
  );
}
