import type { PictureSize } from '../stream-video.tsx';

export type PictureFit = 'fit' | 'actual-size';

/** CSS pixels at which one source pixel covers one device pixel. */
export function cssSizeOf(size: PictureSize, devicePixelRatio: number): PictureSize {
  return { width: size.width / devicePixelRatio, height: size.height / devicePixelRatio };
}
