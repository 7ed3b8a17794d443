import * as z from 'zod/mini';
import type { ShareReport } from '../../preload/share.ts';
import { peerIdSchema } from '../../signaling/protocol.ts';

/** More than a room holds; what is beyond is no report of ours. */
const MOST_PEOPLE = 1000;

const running = {
  sourceName: z.string().check(z.maxLength(200)),
  startedAtMs: z.number().check(z.minimum(0), z.maximum(8.64e15)),
  watching: z.int().check(z.minimum(0), z.maximum(MOST_PEOPLE)),
  asking: z
    .array(z.object({ peerId: peerIdSchema, name: z.string().check(z.maxLength(200)) }))
    .check(z.maxLength(MOST_PEOPLE)),
  canSwitch: z.boolean(),
};

/** What the page may tell of its share. */
export const shareReport = z.object({
  language: z.enum(['en', 'ko']),
  share: z.discriminatedUnion('state', [
    z.object({ state: z.literal('idle') }),
    z.object({ ...running, state: z.literal('sharing') }),
    z.object({
      ...running,
      state: z.literal('paused'),
      reason: z.enum(['by-hand', 'screen-locked', 'asleep']),
    }),
  ]),
}) satisfies z.ZodMiniType<ShareReport>;
