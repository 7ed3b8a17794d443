import { type CSSProperties, useEffect, useRef } from 'react';

export type PictureSize = { readonly width: number; readonly height: number };

type Props = {
  readonly stream: MediaStream;
  readonly label: string;
  readonly className: string;
  readonly style?: CSSProperties | undefined;
  readonly isHidden?: boolean;
  /** Told the size in source pixels, with the first picture and whenever it changes. */
  readonly onResize?: (size: PictureSize) => void;
};

export function StreamVideo({ stream, label, isHidden = false, onResize, ...look }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = stream;
    return () => {
      element.srcObject = null;
    };
  }, [stream]);

  return (
    <video
      {...look}
      ref={video}
      aria-label={label}
      hidden={isHidden}
      autoPlay
      muted
      playsInline
      disablePictureInPicture
      onResize={({ currentTarget }) =>
        onResize?.({ width: currentTarget.videoWidth, height: currentTarget.videoHeight })
      }
    />
  );
}
