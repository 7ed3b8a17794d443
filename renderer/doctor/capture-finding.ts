import type { SourceListing } from '../../preload/source.ts';
import type { SourcePicker } from '../bridge/bridge.ts';
import type { Finding } from './findings.ts';

export type CaptureSurroundings = {
  readonly picker: SourcePicker;
  readonly isSecurePage: boolean;
  readonly hasScreenCapture: boolean;
  /** The last try to share was cancelled, or refused by the browser or the system. */
  readonly wasRefused: boolean;
};

/** Whether a screen could be shared from here; asks nobody for permission. */
export async function findCapture(
  { picker, isSecurePage, hasScreenCapture, wasRefused }: CaptureSurroundings,
  signal: AbortSignal,
): Promise<Finding<'capture'>> {
  if (!isSecurePage) return { outcome: 'not-secure' };
  if (!hasScreenCapture) return { outcome: 'missing' };
  if (picker.kind === 'gallery') {
    const listing = await firstListing(picker.watchSources, signal);
    if (listing?.status === 'refused-by-system') return { outcome: 'refused-by-system' };
    const isAsked = listing?.status === 'system-picker' || listing?.status === 'not-asked';
    if (listing?.status !== 'listed' && !isAsked) return { outcome: 'unknown' };
  }
  return { outcome: wasRefused ? 'refused-before' : 'possible' };
}

function firstListing(
  watchSources: (onChange: (listing: SourceListing) => void) => () => void,
  signal: AbortSignal,
): Promise<SourceListing | undefined> {
  let stop = () => {};
  const first = new Promise<SourceListing | undefined>((resolve) => {
    stop = watchSources(resolve);
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  return first.finally(() => stop());
}
