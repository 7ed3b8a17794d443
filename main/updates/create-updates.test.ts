import { describe, expect, it, vi } from 'vitest';
import type { UpdateNotice } from '../../preload/contract.ts';
import { createUpdates } from './create-updates.ts';

/** Lets every promise that is settled call back. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

function begin({ newest = '1.2.0' as string | null, isSelfUpdating = true } = {}) {
  const conditions = { isEnabled: true, isSharing: false };
  const notices: UpdateNotice[] = [];
  const timers: { run: () => void; delayMs: number }[] = [];
  const downloads: { finish: () => void; fail: (error: Error) => void; isCancelled: boolean }[] =
    [];
  const updater = {
    check: vi.fn(async () => newest),
    restart: vi.fn(),
    setInstallOnQuit: vi.fn(),
    download: vi.fn(() => {
      let resolve = () => {};
      let reject = (_error: Error) => {};
      const promise = new Promise<void>((onDone, onFailed) => {
        resolve = onDone;
        reject = onFailed;
      });
      const entry = { finish: resolve, fail: reject, isCancelled: false };
      downloads.push(entry);
      const cancel = () => {
        entry.isCancelled = true;
        reject(new Error('cancelled'));
      };
      return { done: promise, cancel };
    }),
  };
  const openUpdater = vi.fn(async () => updater);
  const log = { info: vi.fn(), warn: vi.fn() };
  const updates = createUpdates({
    openUpdater,
    isSelfUpdating,
    isEnabled: () => conditions.isEnabled,
    isSharing: () => conditions.isSharing,
    schedule(run, delayMs) {
      const timer = { run, delayMs };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
    onNotice: (notice) => notices.push(notice),
    log,
  });
  const elapse = async () => {
    timers.at(-1)?.run();
    await settle();
  };
  return { updates, updater, openUpdater, conditions, notices, timers, downloads, log, elapse };
}

describe('updates', () => {
  it('cost nothing at the start: the library is opened by the first look', async () => {
    const { openUpdater, timers, elapse } = begin();
    expect(openUpdater).not.toHaveBeenCalled();
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([10_000]);
    await elapse();
    expect(openUpdater).toHaveBeenCalledOnce();
  });

  it('are offered when they are there, installed on quit, and put off when asked to', async () => {
    const { updates, updater, downloads, notices, elapse } = begin();
    await elapse();
    expect(updates.current()).toEqual({ status: 'none' });
    downloads[0]?.finish();
    await settle();
    expect(notices.at(-1)).toEqual({ status: 'ready', version: '1.2.0' });
    expect(updater.setInstallOnQuit).toHaveBeenLastCalledWith(true);
    updates.later();
    expect(updates.current()).toEqual({ status: 'none' });
    await updates.close();
    expect(updater.setInstallOnQuit).toHaveBeenLastCalledWith(true);
    expect(updater.restart).not.toHaveBeenCalled();
  });

  it('are not installed on quit once they have been switched off', async () => {
    const { updates, updater, downloads, conditions, elapse } = begin();
    await elapse();
    downloads[0]?.finish();
    await settle();
    conditions.isEnabled = false;
    await updates.close();
    expect(updater.setInstallOnQuit).toHaveBeenLastCalledWith(false);
  });

  it('stop a download for a share, and go on after it', async () => {
    const { updater, downloads, conditions, log, elapse } = begin();
    await elapse();
    conditions.isSharing = true;
    await elapse();
    expect(downloads[0]?.isCancelled).toBe(true);
    expect(log.warn, 'that is no failure').not.toHaveBeenCalled();
    await elapse();
    expect(updater.download).toHaveBeenCalledOnce();
    conditions.isSharing = false;
    await elapse();
    expect(updater.download).toHaveBeenCalledTimes(2);
  });

  it('do not begin a download when a share began while the library was loaded', async () => {
    const { updates, updater, conditions, timers } = begin();
    conditions.isSharing = true;
    timers[0]?.run();
    await settle();
    expect(updater.check).not.toHaveBeenCalled();
    expect(updates.current()).toEqual({ status: 'none' });
  });

  it('restart when the person asks, and only then', async () => {
    const { updates, updater, downloads, conditions, elapse } = begin();
    updates.restart();
    await elapse();
    downloads[0]?.finish();
    await settle();
    conditions.isSharing = true;
    updates.restart();
    await settle();
    expect(updater.restart).not.toHaveBeenCalled();
    conditions.isSharing = false;
    updates.restart();
    await settle();
    expect(updater.restart).toHaveBeenCalledOnce();
  });

  it('log a failure, tell nobody, and look again hours later', async () => {
    const { updater, downloads, notices, timers, log, elapse } = begin();
    updater.check.mockRejectedValueOnce(new Error('net::ERR_INTERNET_DISCONNECTED'));
    await elapse();
    expect(log.warn).toHaveBeenCalledOnce();
    expect(timers.at(-1)?.delayMs).toBe(4 * 60 * 60_000);
    await elapse();
    downloads[0]?.fail(new Error('sha512 checksum mismatch'));
    await settle();
    expect(log.warn).toHaveBeenCalledTimes(2);
    expect(notices.every(({ status }) => status === 'none')).toBe(true);
  });

  it('are only told of where the person installs them', async () => {
    const { updater, notices, elapse } = begin({ isSelfUpdating: false });
    await elapse();
    expect(notices.at(-1)).toEqual({ status: 'elsewhere', version: '1.2.0' });
    expect(updater.download).not.toHaveBeenCalled();
  });

  it('say nothing when there is nothing newer', async () => {
    const { updates, notices, elapse } = begin({ newest: null });
    await elapse();
    expect(updates.current()).toEqual({ status: 'none' });
    expect(notices.every(({ status }) => status === 'none')).toBe(true);
  });
});
