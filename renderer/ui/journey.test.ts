import { describe, expect, it, vi } from 'vitest';
import type { RoomCode } from '../../signaling/room-code.ts';
import type { Bridge, SourcePicker } from '../bridge/bridge.ts';
import type { CaptureResult } from '../capture/open-capture.ts';
import type { Presenter, PresenterState } from '../connection/presenter-state.ts';
import { createStore } from '../connection/store.ts';
import type { Viewer, ViewerState } from '../connection/viewer-state.ts';
import { createJourney } from './journey.ts';

const code = 'ABCDE12345' as RoomCode;
const gallery: SourcePicker = {
  kind: 'gallery',
  watchSources: () => () => {},
  chooseSource: async () => {},
  askScreenAccess: async () => {},
  openCaptureSettings: async () => {},
};

type Options = {
  picker?: SourcePicker;
  signalingAddress?: Bridge['signalingAddress'];
};

function setUp({ picker = { kind: 'system' }, signalingAddress }: Options = {}) {
  const viewerState = createStore<ViewerState>({ name: 'idle' });
  const viewer = {
    getState: viewerState.get,
    subscribe: viewerState.subscribe,
    join: vi.fn(() => viewerState.set({ name: 'joining', attempt: 1 })),
    comeBack: vi.fn((): string | undefined => undefined),
    goAway: vi.fn(),
    leave: vi.fn(() => viewerState.set({ name: 'closed', reason: 'left' })),
    reset: vi.fn(() => viewerState.set({ name: 'idle' })),
  } satisfies Viewer;
  const presenter = {
    getState: (): PresenterState => ({ name: 'idle' }),
    subscribe: () => () => {},
    start: vi.fn(),
    switchTo: vi.fn(),
    loseSource: vi.fn(),
    approve: vi.fn(),
    deny: vi.fn(),
    remove: vi.fn(),
    block: vi.fn(),
    setLocked: vi.fn(),
    setOpenToAll: vi.fn(),
    setPaused: vi.fn(),
    knock: vi.fn(),
    withdrawKnock: vi.fn(),
    setInviteOrigin: vi.fn(),
    setQuality: vi.fn(),
    stop: vi.fn(),
    reset: vi.fn(),
  } satisfies Presenter;
  const captures: ((result: CaptureResult) => void)[] = [];
  const openCapture = vi.fn(
    () => new Promise<CaptureResult>((resolve) => void captures.push(resolve)),
  );
  const open = vi.fn();
  const journey = createJourney({
    bridge: {
      kind: picker.kind === 'gallery' ? 'desktop' : 'browser',
      picker,
      settings: {
        getState: vi.fn(),
        subscribe: vi.fn(),
        change: vi.fn(),
        dismissTroubles: vi.fn(),
      },
      checkServer: null,
      updates: null,
      takeStill: async () => null,
      onSourceLost: () => () => {},
      watchLinks: () => () => {},
      shareControls: null,
      signalingAddress:
        signalingAddress ?? (async () => ({ status: 'listening', socketUrl: 'ws://own/ws' })),
    },
    presenter,
    viewer,
    openCapture,
    page: { origin: 'https://one.example', open, mayHaveApp: picker.kind === 'system' },
  });
  return { journey, viewer, presenter, captures, openCapture, open };
}

function fakeStream() {
  const stop = vi.fn();
  return { stream: { getTracks: () => [{ stop }] } as unknown as MediaStream, stop };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('coming back after the page was loaded anew', () => {
  it('goes on watching under the same name, and stays at home when there was nothing', () => {
    const { journey, viewer } = setUp();
    journey.comeBack();
    expect(journey.getState()).toEqual({ name: 'home', problem: null });
    viewer.comeBack.mockReturnValue('Ada');
    journey.comeBack();
    expect(journey.getState()).toEqual({ name: 'watching', displayName: 'Ada' });
    journey.again();
    expect(journey.getState(), 'the code is not known any more').toEqual({
      name: 'home',
      problem: null,
    });
  });
});

describe('sharing', () => {
  it('opens the browser picker at once, within the click', () => {
    const { journey, openCapture } = setUp();
    journey.share();
    expect(openCapture).toHaveBeenCalledWith({ kind: 'system' }, null);
    expect(journey.getState().name).toBe('choosing-in-browser');
  });

  it('opens one browser picker at a time', () => {
    const { journey, openCapture } = setUp();
    journey.share();
    journey.share();
    expect(openCapture).toHaveBeenCalledTimes(1);
  });

  it('hands the stream to the presenter', async () => {
    const { journey, presenter, captures } = setUp();
    const { stream } = fakeStream();
    journey.share();
    captures[0]?.({ status: 'open', stream });
    await settled();
    expect(presenter.start).toHaveBeenCalledWith(stream);
    expect(journey.getState()).toEqual({ name: 'sharing' });
  });

  it('tells why nothing was captured', async () => {
    const { journey, captures } = setUp();
    journey.share();
    captures[0]?.({ status: 'refused', reason: 'capture-unavailable' });
    await settled();
    expect(journey.getState()).toEqual({
      name: 'refused',
      role: 'presenter',
      reason: 'capture-unavailable',
    });
  });

  it('captures the chosen source, once', () => {
    const { journey, openCapture } = setUp({ picker: gallery });
    journey.share();
    expect(journey.getState()).toEqual({ name: 'choosing', isStarting: false });
    journey.shareSource('window:7', false);
    journey.shareSource('window:7', false);
    expect(openCapture).toHaveBeenCalledTimes(1);
    expect(openCapture).toHaveBeenCalledWith(gallery, {
      ...{ sourceId: 'window:7', withSound: false },
    });
  });

  it('stops a capture that arrives after cancelling', async () => {
    const { journey, presenter, captures } = setUp({ picker: gallery });
    const { stream, stop } = fakeStream();
    journey.share();
    journey.shareSource('window:7', false);
    journey.cancelChoosing();
    captures[0]?.({ status: 'open', stream });
    await settled();
    expect(stop).toHaveBeenCalled();
    expect(presenter.start).not.toHaveBeenCalled();
    expect(journey.getState().name).toBe('home');
  });
});

describe('checking the connection', () => {
  it('goes from home to the check and back', () => {
    const { journey } = setUp();
    journey.check();
    expect(journey.getState()).toMatchObject({
      name: 'checking',
      examination: { purpose: null, socketUrl: null },
    });
    journey.home();
    expect(journey.getState().name).toBe('home');
  });

  it('looks at the server a viewer could not reach', async () => {
    const { journey, viewer } = setUp({ picker: gallery });
    journey.joinText('http://two.example/j#ABCDE-12345', 'Ada');
    await settled();
    journey.check();
    expect(journey.getState().name, 'not while watching').toBe('watching');
    viewer.leave();
    journey.check();
    expect(journey.getState()).toEqual({
      name: 'checking',
      examination: {
        purpose: 'viewer',
        socketUrl: 'ws://two.example/ws',
        wasCaptureRefused: false,
      },
    });
  });

  it('knows that the capture was refused', async () => {
    const { journey, captures } = setUp();
    journey.share();
    captures[0]?.({ status: 'refused', reason: 'capture-refused' });
    await settled();
    journey.check();
    expect(journey.getState()).toMatchObject({
      examination: { purpose: 'presenter', wasCaptureRefused: true },
    });
  });
});

describe('joining', () => {
  it('shows what is wrong with the text', () => {
    const { journey } = setUp();
    journey.joinText('hello', 'Ada');
    expect(journey.getState()).toEqual({ name: 'home', problem: 'not-a-code' });
    journey.showProblem(null);
    expect(journey.getState()).toEqual({ name: 'home', problem: null });
  });

  it('joins a code where the bridge says', async () => {
    const { journey, viewer } = setUp();
    journey.joinText('abcde-12345', 'Ada');
    await settled();
    expect(viewer.join).toHaveBeenCalledWith({
      code,
      socketUrl: 'ws://own/ws',
      displayName: 'Ada',
    });
    expect(journey.getState()).toEqual({ name: 'watching', displayName: 'Ada' });
  });

  it('opens a link to another server there', () => {
    const { journey, open } = setUp();
    journey.joinText('https://two.example/j#ABCDE-12345', 'Ada');
    expect(open).toHaveBeenCalledWith('https://two.example/j#ABCDE-12345');
  });

  it.each([
    async () => ({ status: 'failed', message: 'port taken' }) as const,
    async () => Promise.reject(new Error('gone')),
  ])('says so when there is no server', async (signalingAddress) => {
    const { journey } = setUp({ signalingAddress });
    journey.joinCode(code, 'Ada');
    await settled();
    expect(journey.getState()).toEqual({
      name: 'refused',
      role: 'viewer',
      reason: 'server-unreachable',
    });
  });

  it('hands an invite over to the app, and asks no longer', async () => {
    const { journey, viewer } = setUp();
    journey.joinCode(code, 'Ada');
    await settled();
    journey.handOver();
    const appLink = 'sightline://join/ABCDE-12345?server=https%3A%2F%2Fone.example';
    expect(journey.getState()).toEqual({ name: 'handed-over', appLink });
    expect(viewer.leave).toHaveBeenCalledOnce();
    journey.again();
    await settled();
    expect(viewer.join, 'here after all').toHaveBeenCalledTimes(2);
  });

  it('has nothing to hand over inside the app', async () => {
    const { journey, viewer } = setUp({ picker: gallery });
    journey.joinCode(code, 'Ada');
    await settled();
    journey.handOver();
    expect(journey.getState()).toEqual({ name: 'watching', displayName: 'Ada' });
    expect(viewer.leave).not.toHaveBeenCalled();
  });

  it('does not join after leaving during the look-up', async () => {
    const { journey, viewer } = setUp();
    journey.joinCode(code, 'Ada');
    journey.leave();
    await settled();
    expect(viewer.join).not.toHaveBeenCalled();
    expect(journey.getState().name).toBe('home');
  });

  it('asks again in the same place under the same name', async () => {
    const { journey, viewer } = setUp();
    journey.joinCode(code, 'Ada');
    await settled();
    journey.leave();
    journey.again();
    await settled();
    expect(viewer.reset).toHaveBeenCalled();
    expect(viewer.join).toHaveBeenCalledTimes(2);
    expect(viewer.join.mock.calls[1]).toEqual(viewer.join.mock.calls[0]);
  });

  it('goes back to the start with both ends reset', async () => {
    const { journey, viewer, presenter } = setUp();
    journey.joinCode(code, 'Ada');
    await settled();
    journey.leave();
    journey.home();
    expect(viewer.getState().name).toBe('idle');
    expect(presenter.reset).toHaveBeenCalled();
    expect(journey.getState()).toEqual({ name: 'home', problem: null });
  });
});
