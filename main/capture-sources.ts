import type { DesktopCapturer } from 'electron';
import type { Source, SourceListing } from '../preload/contract.ts';

const THUMBNAIL_SIZE = { width: 320, height: 200 } as const;
/** How often thumbnails are refreshed while the picker is open. */
const REFRESH_INTERVAL_MS = 2_000;

export type CaptureSourcesDeps = {
  readonly desktopCapturer: Pick<DesktopCapturer, 'getSources'>;
  /** Ids of this app's own windows, which are never offered. */
  readonly ownSourceIds: () => readonly string[];
  /** False where the system has refused screen recording, as macOS can. */
  readonly isCaptureAllowed: () => boolean;
};

/** Lists every screen and window that can be captured, with a thumbnail each. */
export async function listSources(deps: CaptureSourcesDeps): Promise<SourceListing> {
  if (!deps.isCaptureAllowed()) return { status: 'refused-by-system' };
  try {
    const found = await deps.desktopCapturer.getSources({
      types: ['screen', 'window'],
      thumbnailSize: THUMBNAIL_SIZE,
    });
    const own = new Set(deps.ownSourceIds());
    const sources = found
      .filter(({ id }) => !own.has(id))
      .map(
        ({ id, name, thumbnail }): Source => ({
          id,
          kind: id.startsWith('screen:') ? 'screen' : 'window',
          name,
          thumbnail: thumbnail.isEmpty() ? '' : thumbnail.toDataURL(),
        }),
      );
    return { status: 'listed', sources };
  } catch {
    return { status: 'failed' };
  }
}

/**
 * Keeps a picker up to date while it is open.
 * @param canRefresh false on Wayland, where every look would open the system's own dialog
 */
export function createSourceWatch(
  list: () => Promise<SourceListing>,
  onChange: (listing: SourceListing) => void,
  canRefresh: boolean,
) {
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const refreshLater = () => {
    const own = setTimeout(async () => {
      const listing = await list();
      if (timer !== own) return;
      onChange(listing);
      refreshLater();
    }, REFRESH_INTERVAL_MS);
    timer = own;
  };
  return {
    /** The current listing; changes follow by `onChange` until `stop`. */
    async start(): Promise<SourceListing> {
      stop();
      if (canRefresh) refreshLater();
      return list();
    },
    stop,
  };
}
export type SourceWatch = ReturnType<typeof createSourceWatch>;
