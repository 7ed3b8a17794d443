import * as z from 'zod/mini';
import { knockNameSchema, publicKeySchema, sealedSchema, shareIdSchema } from './knock-messages.ts';

const knockId = z.string().check(z.regex(/^[0-9a-f]{32}$/));
const ownKnock = z.strictObject({
  shareId: shareIdSchema,
  displayName: knockNameSchema,
  publicKey: publicKeySchema,
});
const offer = z.strictObject({
  name: knockNameSchema,
  isOpen: z.boolean(),
  interfaceName: z.nullable(z.string().check(z.maxLength(256))),
});
const answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('allow'), sealed: sealedSchema }),
  z.strictObject({ kind: z.enum(['deny', 'block', 'full']) }),
]);

/** What the page may pass with each request about the local network. */
export const nearbySchemas = {
  'nearby:watch': z.tuple([]),
  'nearby:unwatch': z.tuple([]),
  'nearby:knock': z.tuple([ownKnock]),
  'nearby:cancel': z.tuple([]),
  'nearby:open': z.tuple([offer]),
  'nearby:close': z.tuple([]),
  'nearby:answer': z.tuple([knockId, answer]),
};
