import type { PictureSender } from '../picture-sender.ts';
import type { StatsEntry } from '../stats-entry.ts';
import { type FanOutWorker, takeStreams } from './fan-out-browser.ts';
import { assignSources, barFrom, lookAtLinks, type Places } from './group-policy.ts';
import { createKeyFrameWishes } from './key-frame-wishes.ts';
import { LOOK_MS } from './link-standing.ts';
import { createSharedSender, type SharedSender } from './shared-sender.ts';
import type { FromWorker } from './worker-messages.ts';

/** Encodes once for all viewers who can be sent the same. */
export type SharedEncoding = {
  /**
   * Takes charge of a sender of a connection made with `ENCODED_STREAMS`, before it sends anything.
   * What it returns rejects `show` when the worker failed; then no sender can be joined any more.
   */
  join(sender: RTCRtpSender, stats: () => Promise<readonly StatsEntry[]>): PictureSender;
  /** False once the worker failed: connections are to be made without it. */
  isUsable(): boolean;
  /** Ends it, and with it what every sender that joined sends. */
  close(): void;
};

export type SharedEncodingDeps = {
  readonly createDirectSender: (sender: RTCRtpSender) => PictureSender;
  /** Runs `task` once after `delayMs`, unless the returned function is called first. */
  readonly schedule: (delayMs: number, task: () => void) => () => void;
  readonly openWorker: (
    onMessage: (message: FromWorker) => void,
    onError: () => void,
  ) => FanOutWorker;
};

export function createSharedEncoding(deps: SharedEncodingDeps): SharedEncoding {
  const members = new Map<number, SharedSender>();
  const ready = createGate();
  let places: Places = new Map();
  let lastId = 0;
  let isUsable = true;
  let cancelLook: (() => void) | undefined;

  const wishes = createKeyFrameWishes((id) => {
    const member = members.get(id);
    if (member?.isShowing()) member.direct.refresh();
  }, deps.schedule);
  const candidates = () => [...members.values()].map((member) => member.candidate());
  const shown = () => [...members.values()].filter((member) => member.isShowing());

  const move = (next: Places) => {
    places = next;
    for (const member of members.values()) {
      const source = places.get(member.id)?.source ?? member.id;
      if (!member.moveTo(source)) continue;
      worker.post({ type: 'route', id: member.id, source });
      wishes.want(source);
    }
    // Who is alone, or shows nothing, is not worth a look.
    if (isUsable && shown().length > 1) {
      cancelLook ??= deps.schedule(LOOK_MS, () => void look());
    }
  };
  const reassign = () => move(assignSources(places, candidates()));
  let isToReassign = false;
  /** What is planned anew for all at once must not take the group apart one by one. */
  const reassignSoon = () => {
    if (isToReassign) return;
    isToReassign = true;
    queueMicrotask(() => {
      isToReassign = false;
      reassign();
    });
  };
  const look = async () => {
    await Promise.all(shown().map((member) => member.look()));
    cancelLook = undefined;
    for (const member of members.values()) if (member.isWaiting()) wishes.want(member.source());
    move(lookAtLinks(places, candidates()));
  };

  const onMessage = (message: FromWorker) => {
    if (message.type === 'ready') return ready.open();
    const member = members.get(message.id);
    if (message.type === 'key-frame') wishes.granted(message.id);
    if (message.type === 'refused') move(assignSources(barFrom(places, message.id), candidates()));
    else if (message.type !== 'key-frame-wanted') member?.take(message);
    else if (member && member.source() !== member.id) wishes.want(member.source());
  };
  const end = () => {
    isUsable = false;
    ready.fail(new Error('shared encoding has ended'));
    cancelLook?.();
    wishes.close();
    for (const member of members.values()) member.forget();
  };
  const worker = deps.openWorker(onMessage, () => {
    // Once it runs, what goes wrong concerns one frame.
    if (!ready.isOpen()) end();
  });

  return {
    join(sender, stats) {
      lastId += 1;
      const id = lastId;
      const { readable, writable } = takeStreams(sender);
      worker.post({ type: 'join', id, readable, writable }, [readable, writable]);
      const direct = deps.createDirectSender(sender);
      const member = createSharedSender({ id, sender, direct, stats }, worker.post);
      members.set(id, member);
      let wanted: MediaStreamTrack | null = null;
      return {
        async show(track) {
          wanted = track;
          if (track) await ready.opened;
          if (track !== wanted || (track && !members.has(id))) return;
          const needsKeyFrame = member.isMuted() || member.source() !== member.id;
          await member.show(track, reassign);
          // An encoder's first frame is one anyway; a second one would clog a slow link.
          if (track && needsKeyFrame) wishes.want(member.source());
        },
        apply(plan) {
          member.plan(plan);
          reassignSoon();
        },
        refresh: () => wishes.want(member.source()),
        close() {
          if (!members.delete(id)) return;
          worker.post({ type: 'leave', id });
          member.forget();
          wishes.forget(id);
          direct.close();
          reassign();
        },
      };
    },
    isUsable: () => isUsable,
    close() {
      end();
      worker.close();
    },
  };
}

/** Something many wait for that may fail. */
function createGate() {
  let open = () => {};
  let fail: (error: Error) => void = () => {};
  let isOpen = false;
  const opened = new Promise<void>((resolve, reject) => {
    open = resolve;
    fail = reject;
  });
  // Whoever waits for it hears of it.
  opened.catch(() => {});
  return {
    opened,
    isOpen: () => isOpen,
    open() {
      isOpen = true;
      open();
    },
    fail: (error: Error) => fail(error),
  };
}
