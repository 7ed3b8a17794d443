import { describe, expect, it } from 'vitest';
import type { DesktopApi, UpdateNotice } from '../../preload/contract.ts';
import { createDesktopUpdates } from './desktop-updates.ts';

function watching(current: Promise<UpdateNotice>) {
  const seen: UpdateNotice[] = [];
  let tell: (notice: UpdateNotice) => void = () => {};
  const api = {
    currentUpdate: () => current,
    onUpdateChanged(listener: typeof tell) {
      tell = listener;
      return () => {
        tell = () => {};
      };
    },
  } as unknown as DesktopApi;
  const stop = createDesktopUpdates(api).watch((notice) => seen.push(notice));
  return { seen, stop, tell: (notice: UpdateNotice) => tell(notice) };
}
const ready: UpdateNotice = { status: 'ready', version: '1.2.0' };
const none: UpdateNotice = { status: 'none' };

describe('watching for newer versions', () => {
  it('begins with what is known already', async () => {
    const { seen } = watching(Promise.resolve(ready));
    await Promise.resolve();
    expect(seen).toEqual([ready]);
  });

  it('does not fall back to an answer that is older than the news', async () => {
    const { seen, tell } = watching(Promise.resolve(none));
    tell(ready);
    await Promise.resolve();
    expect(seen).toEqual([ready]);
  });

  it('is over when it is stopped, and says nothing when the app cannot answer', async () => {
    const stopped = watching(Promise.resolve(ready));
    stopped.stop();
    const failed = watching(Promise.reject(new Error('bad-arguments')));
    await new Promise((resolve) => setTimeout(resolve));
    expect([...stopped.seen, ...failed.seen]).toEqual([]);
  });
});
