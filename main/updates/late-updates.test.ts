import { describe, expect, it, vi } from 'vitest';
import { createLateUpdates, nothingNewer } from './late-updates.ts';

const opened = () => ({
  ...nothingNewer,
  current: () => ({ status: 'ready' as const, version: '1.2.0' }),
  restart: vi.fn(),
  close: vi.fn(async () => {}),
});

describe('updates that begin late', () => {
  it('know of nothing newer until they have begun', async () => {
    const updates = opened();
    const open = vi.fn(async () => updates);
    const late = createLateUpdates(open);
    late.restart();
    expect(open).not.toHaveBeenCalled();
    expect(late.current()).toEqual({ status: 'none' });
    await late.start();
    expect(late.current()).toEqual({ status: 'ready', version: '1.2.0' });
    late.restart();
    expect(updates.restart).toHaveBeenCalledOnce();
  });

  it('do not outlive an app that is quit while they are being loaded', async () => {
    const updates = opened();
    const late = createLateUpdates(async () => updates);
    const starting = late.start();
    await late.close();
    await starting;
    expect(updates.close).toHaveBeenCalledOnce();
    expect(late.current()).toEqual({ status: 'none' });
  });
});
