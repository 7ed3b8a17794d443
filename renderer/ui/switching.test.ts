import { describe, expect, it, vi } from 'vitest';
import type { SourcePicker } from '../bridge/bridge.ts';
import type { CaptureResult } from '../capture/open-capture.ts';
import type { PresenterState } from '../connection/presenter-state.ts';
import { createStore } from '../connection/store.ts';
import { createSwitching } from './switching.ts';

const gallery = { kind: 'gallery' } as SourcePicker;
const open = { name: 'open' } as PresenterState;

function setUp(picker: SourcePicker = gallery) {
  const state = createStore<PresenterState>(open);
  const switchTo = vi.fn();
  const captures: ((result: CaptureResult) => void)[] = [];
  const openCapture = vi.fn(
    () => new Promise<CaptureResult>((resolve) => void captures.push(resolve)),
  );
  const presenter = { getState: state.get, subscribe: state.subscribe, switchTo };
  const switching = createSwitching({ picker, presenter, openCapture });
  return { switching, state, switchTo, captures, openCapture };
}

function fakeStream() {
  const stop = vi.fn();
  return { stream: { getTracks: () => [{ stop }] } as unknown as MediaStream, stop };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('switching the source', () => {
  it('goes by the gallery where there is one', async () => {
    const { switching, switchTo, captures, openCapture } = setUp();
    switching.begin();
    expect(switching.getState()).toEqual({ name: 'choosing' });
    expect(openCapture).not.toHaveBeenCalled();
    switching.choose('window:7:0', true);
    switching.choose('window:8:0', true);
    expect(switching.getState()).toEqual({ name: 'starting' });
    expect(openCapture).toHaveBeenCalledExactlyOnceWith(gallery, {
      ...{ sourceId: 'window:7:0', withSound: true },
    });
    const { stream } = fakeStream();
    captures[0]?.({ status: 'open', stream });
    await settled();
    expect(switchTo).toHaveBeenCalledExactlyOnceWith(stream);
    expect(switching.getState()).toEqual({ name: 'none', hasFailed: false });
  });

  it('opens the browser’s own picker at once, and once', () => {
    const { switching, openCapture } = setUp({ kind: 'system' });
    switching.begin();
    switching.begin();
    expect(openCapture).toHaveBeenCalledExactlyOnceWith({ kind: 'system' }, null);
    expect(switching.getState()).toEqual({ name: 'choosing-in-browser' });
  });

  it.each([
    [{ kind: 'system' } as SourcePicker, 'capture-refused', false],
    [{ kind: 'system' } as SourcePicker, 'capture-failed', true],
    // In the gallery nobody cancels after choosing: the source is gone.
    [gallery, 'capture-refused', true],
  ] as const)('keeps what is shared: %o, %s', async (picker, reason, hasFailed) => {
    const { switching, switchTo, captures } = setUp(picker);
    switching.begin();
    switching.choose('window:7:0', false);
    captures[0]?.({ status: 'refused', reason });
    await settled();
    expect(switchTo).not.toHaveBeenCalled();
    expect(switching.getState()).toEqual({ name: 'none', hasFailed });
    switching.begin();
    expect(switching.getState().name, 'another try').not.toBe('none');
  });

  it('is cancelled by the person, and by the end of the share', async () => {
    const { switching, state, switchTo, captures } = setUp();
    switching.begin();
    switching.cancel();
    expect(switching.getState()).toEqual({ name: 'none', hasFailed: false });
    switching.begin();
    switching.choose('window:7:0', false);
    state.set({ name: 'closed', reason: 'stopped' });
    const { stream, stop } = fakeStream();
    captures[0]?.({ status: 'open', stream });
    await settled();
    expect(stop, 'nothing is captured that nobody wants to show').toHaveBeenCalledOnce();
    expect(switchTo).not.toHaveBeenCalled();
    switching.begin();
    expect(switching.getState().name).toBe('none');
  });
});
