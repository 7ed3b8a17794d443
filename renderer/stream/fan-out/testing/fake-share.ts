import type { PictureSender } from '../../picture-sender.ts';
import { createFrameRouter } from '../frame-router.ts';
import { createSharedEncoding } from '../shared-encoding.ts';
import type { FromWorker, ToWorker } from '../worker-messages.ts';
import { copyOf, type FakeFrame } from './fake-frames.ts';
import { createFakeViewer, type FakeViewer } from './fake-viewer.ts';
import { createManualClock } from './manual-clock.ts';

/** Lets everything that is ready to go on do so. */
export const settle = () => new Promise((resolve) => setTimeout(resolve));

/** A share whose worker routes for real, and whose encoders are made up. */
export function openFakeShare() {
  const clock = createManualClock();
  const viewers: FakeViewer[] = [];
  let onMessage: (message: FromWorker) => void = () => {};
  let fail: () => void = () => {};
  let isHeldUp = false;
  let heldUp: FromWorker[] = [];
  let isOpen = true;
  const report = (message: FromWorker) => {
    if (isHeldUp) heldUp.push(message);
    else onMessage(message);
  };
  const router = createFrameRouter<FakeFrame>({ report, copy: copyOf, now: clock.now });
  const received: ToWorker[] = [];
  const post = (message: ToWorker) => {
    received.push(message);
    if (message.type === 'join')
      router.join(message.id, (frame) => viewerOf(message.id).take(frame));
    else if (message.type === 'route') router.route(message.id, message.source);
    else if (message.type === 'mute') router.mute(message.id, message.isMuted);
    else router.leave(message.id);
  };
  const viewerOf = (id: number) => {
    const viewer = viewers[id - 1];
    if (!viewer) throw new Error(`no viewer ${id}`);
    return viewer;
  };
  const end = () => {
    isOpen = false;
  };
  const directs = new Map<RTCRtpSender, PictureSender>();
  const share = createSharedEncoding({
    createDirectSender: (sender) => directs.get(sender) as PictureSender,
    schedule: clock.schedule,
    openWorker: (listener, onError) => {
      onMessage = listener;
      fail = onError;
      return { post, close: end };
    },
  });

  return {
    share,
    clock,
    received,
    ready: () => onMessage({ type: 'ready' }),
    fail: () => fail(),
    isWorkerOpen: () => isOpen,
    /** Keeps back what the worker says, as a busy page would. */
    holdUp(next: boolean) {
      isHeldUp = next;
      if (!next) for (const message of heldUp.splice(0)) onMessage(message);
      heldUp = [];
    },
    join(payloadType = 96, sdpFmtpLine = '') {
      const id = viewers.length + 1;
      const viewer = createFakeViewer(
        { id, payloadType, sdpFmtpLine },
        { clock, router, directs, share },
      );
      viewers.push(viewer);
      return viewer;
    },
    /** Half a second of frames, and whatever else is due. */
    async run(halfSeconds = 1) {
      for (let turn = 0; turn < halfSeconds * 10; turn += 1) {
        for (const viewer of viewers) viewer.encode();
        clock.advance(50);
        await settle();
      }
    },
    atFullSize: () => viewers.filter((viewer) => viewer.isAtFullSize()).length,
  };
}
