/** One entry of `RTCStatsReport`, of whichever kind (webrtc-stats section 8). */
export type StatsEntry = { readonly type: string; readonly id: string } & Record<string, unknown>;

/** A field that is a number, in a browser that gives it. */
export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;
