import { type CSSProperties, useEffect, useRef } from 'react';
import type { ShownFrame } from '../stream/quality/frame-latency.ts';

export type PictureSize = { readonly width: number; readonly height: number };

type Props = {
  readonly stream: MediaStream | null;
  readonly label: string;
  readonly className: string;
  readonly style?: CSSProperties | undefined;
  readonly isHidden?: boolean;
  /** Told the size in source pixels, with the first picture and whenever it changes. */
  readonly onResize?: (size: PictureSize) => void;
  /** Told of every frame that comes over a network, where the browser tells of frames. */
  readonly onFrame?: ((frame: ShownFrame) => void) | undefined;
};

export function StreamVideo({
  stream,
  label,
  isHidden = false,
  onResize,
  onFrame,
  ...look
}: Props) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = stream;
    return () => {
      element.srcObject = null;
    };
  }, [stream]);
  useEffect(() => {
    const element = video.current;
    if (!element || !onFrame || !('requestVideoFrameCallback' in element)) return;
    let handle = 0;
    const askForNext = () => {
      handle = element.requestVideoFrameCallback((_, { rtpTimestamp, expectedDisplayTime }) => {
        if (rtpTimestamp !== undefined) onFrame({ rtpTimestamp, shownAtMs: expectedDisplayTime });
        askForNext();
      });
    };
    askForNext();
    return () => element.cancelVideoFrameCallback(handle);
  }, [onFrame]);

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
