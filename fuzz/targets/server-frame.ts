import { parseServerFrame } from '../../signaling/parse-frame.ts';
import { LIMITS, serverMessageSchema } from '../../signaling/protocol.ts';
import { hostileJsonText, stretched } from '../generate/hostile-text.ts';
import { validOfSchema } from '../generate/valid-of-schema.ts';
import { checkStable } from '../invariants.ts';
import type { Target } from '../target.ts';
import { signalOfLength } from './signal-of-length.ts';

/** What a lying server may send to the app. */
export const serverFrame = (frames: number): Target<string> => ({
  name: 'server-frame',
  frames,
  hostile: hostileJsonText(validOfSchema(serverMessageSchema)),
  examine(text) {
    const message = parseServerFrame(text);
    if (message === undefined) return 'rejected';
    checkStable(message, parseServerFrame);
    return 'accepted';
  },
  feed: parseServerFrame,
  ordinaryOfLength: signalOfLength,
  stretchedToLength: stretched,
  maxLength: LIMITS.frameBytes,
});
