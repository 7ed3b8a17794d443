import * as z from 'zod/mini';
import type { Requests } from '../preload/contract.ts';
import { readServerAddress } from '../preload/server-address.ts';
import { settingsPatchSchema } from '../preload/settings-schema.ts';
import { SYSTEM_PICKER_ID } from '../preload/source.ts';
import { nearbySchemas } from './nearby/nearby-schemas.ts';
import { shareReport } from './share/share-report.ts';

/** Ids as Electron's desktopCapturer makes them: `screen:<number>:<number>` or `window:…`. */
const sourceId = z.union([
  z.string().check(z.regex(/^(screen|window):\d{1,20}:\d{1,20}$/)),
  z.literal(SYSTEM_PICKER_ID),
]);

/** In pixels; no screen is larger. */
const side = z.int().check(z.minimum(1), z.maximum(16_384));

const serverOrigin = z.string().check(z.refine((text) => readServerAddress(text) === text));

/** What the page may pass with each request; a request without a schema does not compile. */
export const argumentSchemas = {
  'app:describe': z.tuple([]),
  'signaling:address': z.tuple([]),
  'sources:watch': z.tuple([]),
  'sources:unwatch': z.tuple([]),
  'sources:choose': z.tuple([sourceId, z.boolean()]),
  'sources:ask-access': z.tuple([]),
  'source:still': z.tuple([side, side]),
  'capture-settings:open': z.tuple([]),
  'settings:read': z.tuple([]),
  'settings:change': z.tuple([settingsPatchSchema]),
  'settings:dismiss-troubles': z.tuple([]),
  'server:check': z.tuple([serverOrigin]),
  'update:current': z.tuple([]),
  'update:restart': z.tuple([]),
  'update:later': z.tuple([]),
  'update:open-downloads': z.tuple([]),
  'link:take': z.tuple([]),
  ...nearbySchemas,
  'share:report': z.tuple([shareReport]),
  'share:show-bar': z.tuple([]),
} satisfies { [Channel in keyof Requests]: z.ZodMiniType<Parameters<Requests[Channel]>> };
