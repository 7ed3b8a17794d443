import type { CodecName } from './profile.ts';

/** How one viewer's picture is encoded. */
export type SenderPlan = {
  readonly codec: CodecName;
  readonly maxBitrateBps: number;
  readonly maxFramerate: number;
  /** 1 sends every pixel, 2 a quarter of them. */
  readonly scaleResolutionDownBy: number;
  readonly degradationPreference: 'maintain-resolution' | 'maintain-framerate';
};

export const isSamePlan = (a: SenderPlan, b: SenderPlan): boolean =>
  a.codec === b.codec &&
  a.maxBitrateBps === b.maxBitrateBps &&
  a.maxFramerate === b.maxFramerate &&
  a.scaleResolutionDownBy === b.scaleResolutionDownBy &&
  a.degradationPreference === b.degradationPreference;

/** What sends one viewer's picture. */
export type PictureSender = {
  /** `null` sends no frame at all. Rejects when the browser refuses the track. */
  show(track: MediaStreamTrack | null): Promise<void>;
  /** Without renegotiation; what a browser cannot change stays as it is. */
  apply(plan: SenderPlan): void;
  /** The next frame can be decoded without those before it. */
  refresh(): void;
  close(): void;
};
