import { describe, expect, it } from 'vitest';
import type { ShareCommand, ShareReport } from '../bridge/share-controls.ts';
import { runShareControls } from './run-share-controls.ts';
import { shareOf } from './share-report.ts';
import { OTHER, openRoom, VIEWER } from './testing/presenting.ts';

async function openControlled() {
  const room = await openRoom();
  const reports: ShareReport[] = [];
  const done: string[] = [];
  let language: ShareReport['language'] = 'en';
  let tellLanguage = () => {};
  let give: (command: ShareCommand) => void = () => {};
  runShareControls(
    {
      report: (report) => reports.push(report),
      onCommand(listener) {
        give = listener;
        return () => {};
      },
    },
    room.presenter,
    {
      language: () => language,
      onLanguage: (listener) => {
        tellLanguage = listener;
      },
      switchSource: () => done.push('switch'),
      showRequests: () => done.push('show'),
      now: () => 5_000,
    },
  );
  const speak = (next: ShareReport['language']) => {
    language = next;
    tellLanguage();
  };
  return { ...room, reports, done, speak, give: (command: ShareCommand) => give(command) };
}

describe('what the page tells of its share', () => {
  it('is every change that matters, once', async () => {
    const { reports, presenter, viewer, server, letIn, speak } = await openControlled();
    const share = () => reports.at(-1)?.share;
    expect(share()).toMatchObject({ state: 'sharing', startedAtMs: 5_000, watching: 0 });
    server.latest.say(viewer.joinRequest('Ada'));
    expect(share()).toMatchObject({ asking: [{ peerId: VIEWER, name: 'Ada' }] });
    letIn(viewer, VIEWER);
    expect(share()).toMatchObject({ watching: 1, asking: [] });
    const count = reports.length;
    presenter.setLocked(true);
    expect(reports, 'the door is nobody’s business').toHaveLength(count);
    presenter.setPaused(true, 'asleep');
    expect(share()).toMatchObject({ state: 'paused', reason: 'asleep', startedAtMs: 5_000 });
    speak('ko');
    expect(reports.at(-1)).toMatchObject({ language: 'ko', share: { state: 'paused' } });
    presenter.stop();
    expect(share()).toEqual({ state: 'idle' });
  });

  it('names the source as the system does, and by no id', () => {
    const named = (label: string) => {
      const stream = { getVideoTracks: () => [{ label }] } as unknown as MediaStream;
      return shareOf(
        { name: 'opening', stream, quality: 'auto', profile: 'sharp-text', pauseReason: null },
        { startedAtMs: 0, canSwitch: false },
      );
    };
    expect(named('Report.odt')).toMatchObject({ sourceName: 'Report.odt' });
    expect(named('screen:0:0')).toMatchObject({ sourceName: '' });
  });
});

describe('what the page does when asked', () => {
  it('pauses, resumes and stops', async () => {
    const { give, open, presenter, done } = await openControlled();
    give({ type: 'pause', reason: 'screen-locked' });
    expect(open().pauseReason).toBe('screen-locked');
    give({ type: 'resume' });
    expect(open().isPaused).toBe(false);
    give({ type: 'switch-source' });
    give({ type: 'show' });
    expect(done).toEqual(['switch', 'show']);
    give({ type: 'stop' });
    expect(presenter.getState()).toEqual({ name: 'closed', reason: 'stopped' });
  });

  it('lets in and denies who still asks, and leaves everybody else alone', async () => {
    const { give, open, server, viewer, other, peers } = await openControlled();
    server.latest.say(viewer.joinRequest('Ada'));
    viewer.watch(peers.latest);
    give({ type: 'allow', peerId: VIEWER });
    expect(open().viewers).toMatchObject([{ peerId: VIEWER, stage: 'watching' }]);
    // The notification was answered late: Ada is in already.
    give({ type: 'deny', peerId: VIEWER });
    give({ type: 'allow', peerId: 'e'.repeat(32) });
    expect(open().viewers).toHaveLength(1);
    server.latest.say(other.joinRequest('Bo'));
    give({ type: 'deny', peerId: OTHER });
    expect(server.latest.received.at(-1)).toEqual({ type: 'deny', peerId: OTHER });
  });
});
