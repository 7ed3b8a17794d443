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
import type { Carried } from '../stream/tiles/tile-budget.ts';
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
  readonly stills: () => Carried;
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
  {
    profile: firstProfile,
    startBps: firstBps,
    isLocal,
    isMeasured,
    lastEstimateBps,
  }: LinkBeginning,
  { relief, hardwareCodecs, canSendStills, stills }: SteeringDeps,
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
      const toldBps = startBitrateOf({ route, transport, arrivalBps, lastEstimateBps });
      // The fastest burst counts, over whichever link it came.
      const startBps = isMeasured ? Math.max(firstBps, toldBps) : toldBps;
      apply(firstAdaptation(profile, startBps, isSure || isMeasured));
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
      const carriedBps = isResting(profile, adaptation)
        ? carriedAtRest(reading.estimateBps, stills())
        : reading.estimateBps;
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

/**
 * A video that rests says little about its link, and probes are short enough to pass the queue of a
 * slow one; stills do neither.
 */
function carriedAtRest(
  estimateBps: number | null,
  { measuredBps, limitBps }: Carried,
): number | null {
  return limitBps ?? (Math.max(estimateBps ?? 0, measuredBps ?? 0) || null);
}
