import type { SourceListing } from '../preload/source.ts';

/** How often thumbnails are refreshed while the picker is open. */
const REFRESH_INTERVAL_MS = 2_000;

/** Keeps a picker up to date while it is open. */
export function createSourceWatch(
  list: () => Promise<SourceListing>,
  onChange: (listing: SourceListing) => void,
) {
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const refreshAfter = (delayMs: number) => {
    const own = setTimeout(async () => {
      const listing = await list();
      if (timer !== own) return;
      onChange(listing);
      refreshAfter(REFRESH_INTERVAL_MS);
    }, delayMs);
    timer = own;
  };
  return {
    /** The current listing; changes follow by `onChange` until `stop`. */
    async start(): Promise<SourceListing> {
      stop();
      refreshAfter(REFRESH_INTERVAL_MS);
      return list();
    },
    /** The person is back, perhaps from the system's settings: looks at once. */
    refresh(): void {
      if (timer === undefined) return;
      stop();
      refreshAfter(0);
    },
    stop,
  };
}
export type SourceWatch = ReturnType<typeof createSourceWatch>;
