import { type LinkMeasure, linkMeasureOf } from '../peer/link-path.ts';
import type { Peer } from '../peer/peer.ts';
import type { PictureBeginning } from '../peer/picture-line.ts';
import {
  type Adaptation,
  adapt,
  firstAdaptation,
  isResting,
  planOf,
} from '../stream/adaptation.ts';
import { CODEC_NAMES } from '../stream/codec-order.ts';
import type { CodecName, ProfileName } from '../stream/profile.ts';
import { PROFILES, withoutRest } from '../stream/profiles.ts';
import type { PictureState } from '../stream/quality/live-quality.ts';
import { sendReadingOf } from '../stream/send-reading.ts';
import { startBitrateOf } from '../stream/start-bitrate.ts';
import type { StatsEntry } from '../stream/stats-entry.ts';
import type { LinkBeginning } from './link-beginnings.ts';
import type { ProvedViewer } from './presenter-proofs.ts';
import type { ShareRelief } from './share-relief.ts';

/** Keeps one viewer's encoder at what its link and this computer can do. */
export type PictureSteering = {
  /** Just before the first frame. */
  begin(viewer: ProvedViewer): void;
  /** The transport stands: which way it takes decides how the picture begins. */
  seePath(): Promise<void>;
  setProfile(profile: ProfileName): void;
  /** What the browser counts, about once a second. */
  take(entries: readonly StatsEntry[]): void;
  limit(): PictureState['limit'];
  /** From one frame to the next, while everything moves. */
  captureIntervalMs(): number;
  /** Congestion control's newest estimate in bit/s. */
  estimateBps(): number | null;
};

export type SteeringDeps = {
  readonly relief: ShareRelief;
  readonly hardwareCodecs: () => ReadonlySet<CodecName>;
  readonly canSendStills: () => boolean;
  /** What stills have carried while they filled the link, in bit/s. */
  readonly stillsBps: () => number | null;
};

/** How a picture of this profile is opened. */
export function pictureBeginningOf({
  profile: name,
  startBps,
}: Pick<LinkBeginning, 'profile' | 'startBps'>): PictureBeginning {
  const profile = PROFILES[name];
  const adaptation = firstAdaptation(profile, startBps, false);
  const codecOrder = profile.levels[0].codecs;
  const plan = planOf(profile, adaptation, 0, CODEC_NAMES, new Set());
  return { codecOrder, plan, startBps };
}

export function createPictureSteering(
  peer: Pick<Peer, 'planPicture' | 'startAt' | 'codecs' | 'stats'>,
  { profile: firstProfile, startBps: firstBps, isLocal, lastEstimateBps }: LinkBeginning,
  { relief, hardwareCodecs, canSendStills, stillsBps }: SteeringDeps,
): PictureSteering {
  const profileOf = (name: ProfileName) =>
    canSendStills() ? PROFILES[name] : withoutRest(PROFILES[name]);
  let profile = profileOf(firstProfile);
  let adaptation: Adaptation = firstAdaptation(profile, firstBps, false);
  let estimateBps: number | null = null;
  let path: LinkMeasure['path'] = null;
  const plan = () => planOf(profile, adaptation, relief.step(), peer.codecs(), hardwareCodecs());
  const apply = (next: Adaptation) => {
    adaptation = next;
    peer.planPicture(plan());
  };

  return {
    begin({ arrivalBps, isSure }) {
      const { transport = 'udp' } = path ?? {};
      const route = isLocal ? 'direct' : (path?.route ?? null);
      const startBps = startBitrateOf({ route, transport, arrivalBps, lastEstimateBps });
      apply(firstAdaptation(profile, startBps, isSure));
      peer.startAt(startBps);
    },
    async seePath() {
      path ??= linkMeasureOf(await peer.stats().catch(() => [])).path;
    },
    setProfile(name) {
      profile = profileOf(name);
      apply(firstAdaptation(profile, estimateBps ?? firstBps, estimateBps !== null));
    },
    take(entries) {
      const reading = sendReadingOf(entries);
      estimateBps = reading.estimateBps ?? estimateBps;
      // A video that rests says nothing about the link; the stills do.
      const stills = isResting(profile, adaptation) ? stillsBps() : null;
      const carriedBps = Math.max(reading.estimateBps ?? 0, stills ?? 0) || null;
      const next = adapt(adaptation, { ...reading, estimateBps: carriedBps }, profile);
      relief.see(next.busyLooks);
      apply(next);
    },
    limit() {
      if (isResting(profile, adaptation)) return 'stills-only';
      if (relief.step() > 0) return 'busy-processor';
      return adaptation.level > 0 ? 'slow-link' : null;
    },
    captureIntervalMs() {
      return 1_000 / Math.min(plan().maxFramerate, profile.captureFramerate);
    },
    estimateBps: () => estimateBps,
  };
}
