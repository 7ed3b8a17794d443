/** What is known about one viewer's link. */
export type LinkConditions = {
  /** What congestion control believes the link to carry, in bits per second. */
  readonly estimateBps: number | null;
  /** No video is sent, so that tiles alone carry the picture. */
  readonly isVideoResting: boolean;
};
