import * as z from 'zod/mini';
import type { Requests } from '../preload/contract.ts';
import { shareReport } from './share/share-report.ts';

/** Ids as Electron's desktopCapturer makes them: `screen:<number>:<number>` or `window:…`. */
const sourceId = z.string().check(z.regex(/^(screen|window):\d{1,20}:\d{1,20}$/));

/** In pixels; no screen is larger. */
const side = z.int().check(z.minimum(1), z.maximum(16_384));

/** What the page may pass with each request; a request without a schema does not compile. */
export const argumentSchemas = {
  'app:describe': z.tuple([]),
  'signaling:address': z.tuple([]),
  'sources:watch': z.tuple([]),
  'sources:unwatch': z.tuple([]),
  'sources:choose': z.tuple([sourceId]),
  'source:still': z.tuple([side, side]),
  'capture-settings:open': z.tuple([]),
  'share:report': z.tuple([shareReport]),
  'share:show-bar': z.tuple([]),
} satisfies { [Channel in keyof Requests]: z.ZodMiniType<Parameters<Requests[Channel]>> };
