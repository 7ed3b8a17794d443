import { describe, expect, it } from 'vitest';
import type { PresenterState } from '../connection/presenter-state.ts';
import type { ViewerState } from '../connection/viewer-state.ts';
import { examinationOf } from './examination.ts';
import type { JourneyState } from './journey.ts';

const SOCKET_URL = 'wss://two.example/ws';
const idle = { presenter: { name: 'idle' }, viewer: { name: 'idle' } } as const;
const closed = (reason: 'peer-failed' | 'server-unreachable') =>
  ({ name: 'closed', reason }) as const;
const of = (
  journey: JourneyState,
  ends: { presenter: PresenterState; viewer: ViewerState } = idle,
) => examinationOf(journey, ends, SOCKET_URL);

describe('what to examine', () => {
  it('from home: the own server, for whatever may come', () => {
    expect(of({ name: 'home', problem: null })).toEqual({
      purpose: null,
      socketUrl: null,
      wasCaptureRefused: false,
    });
  });

  it('after a share or a view: the server it was on', () => {
    const sharing = of({ name: 'sharing' }, { ...idle, presenter: closed('server-unreachable') });
    expect(sharing).toMatchObject({ purpose: 'presenter', socketUrl: SOCKET_URL });
    const watching = of(
      { name: 'watching', displayName: 'Ada' },
      { ...idle, viewer: closed('peer-failed') },
    );
    expect(watching).toMatchObject({ purpose: 'viewer', socketUrl: SOCKET_URL });
  });

  it('after a refused capture: that it was refused', () => {
    const refused = { name: 'refused', role: 'presenter', reason: 'capture-refused' } as const;
    expect(of(refused)).toMatchObject({ purpose: 'presenter', wasCaptureRefused: true });
    expect(of({ ...refused, reason: 'capture-failed' })).toMatchObject({
      wasCaptureRefused: false,
    });
  });

  it.each<JourneyState>([
    { name: 'sharing' },
    { name: 'watching', displayName: 'Ada' },
    { name: 'choosing', isStarting: false },
    { name: 'choosing-in-browser' },
  ])('nothing while something goes on: $name', (journey) => {
    const viewer = { name: 'joining', attempt: 1 } as const;
    const presenter = {
      name: 'opening',
      stream: {} as MediaStream,
      quality: 'auto',
      profile: 'sharp-text',
      pauseReason: null,
    } as const;
    expect(of(journey, { presenter, viewer })).toBeUndefined();
  });
});
