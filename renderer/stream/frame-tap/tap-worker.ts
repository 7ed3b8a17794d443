import { createContentMeter } from '../director/content-meter.ts';
import { isPictureSize } from '../tiles/tile-grid.ts';
import { layoutOf } from './picture-planes.ts';
import { createPictureWatch } from './picture-watch.ts';
import type { TapEvent, TapRequest } from './tap-messages.ts';

const READING_EVERY_MS = 500;

const scope = self as unknown as {
  postMessage(event: TapEvent, transfer?: readonly Transferable[]): void;
  onmessage: ((event: MessageEvent<TapRequest>) => void) | null;
};
const watch = createPictureWatch();
const meter = createContentMeter();

scope.onmessage = ({ data: request }) => {
  if (request.type === 'open') {
    void readFrames(request.readable, request.frame)
      .catch(() => {})
      .then(() => scope.postMessage({ type: 'ended' }));
    setInterval(() => {
      scope.postMessage({ type: 'reading', reading: meter.read(performance.now()) });
    }, READING_EVERY_MS);
  }
  if (request.type === 'cut') {
    const cut = watch.cut(request.patch);
    scope.postMessage({ type: 'cut', id: request.id, cut }, cut ? [cut.rgba.buffer] : []);
  }
  if (request.type === 'match') {
    const { id, still } = request;
    scope.postMessage({ type: 'matched', id, tiles: watch.match(still) });
  }
};

/** Looks at every frame until the track ends or one cannot be read. */
async function readFrames(readable: ReadableStream<VideoFrame>, firstFrame: number): Promise<void> {
  const reader = readable.getReader();
  for (let frame = firstFrame; ; frame += 1) {
    const { value, done } = await reader.read();
    if (done) return;
    try {
      if (!(await look(value, frame))) return;
    } finally {
      value.close();
    }
  }
}

async function look(video: VideoFrame, frame: number): Promise<boolean> {
  const { format, colorSpace, visibleRect } = video;
  const size = { width: visibleRect?.width ?? 0, height: visibleRect?.height ?? 0 };
  const layout = layoutOf(format, size, {
    isBt709: colorSpace.matrix === 'bt709',
    isFullRange: colorSpace.fullRange === true,
  });
  if (!layout || !isPictureSize(size)) return false;
  const picture = watch.blank(layout);
  await video.copyTo(picture.bytes, { layout: [...layout.planes] });
  const changed = watch.take(picture, frame);
  const luma = watch.luma();
  if (luma) meter.look(luma, performance.now());
  if (changed === null) scope.postMessage({ type: 'size', frame, ...size });
  else if (changed.length > 0) scope.postMessage({ type: 'moved', frame, tiles: changed });
  return true;
}
