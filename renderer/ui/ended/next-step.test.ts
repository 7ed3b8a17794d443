import { describe, expect, it } from 'vitest';
import { closeReasons } from '../../connection/close-reason.ts';
import { en } from '../../i18n/en.ts';
import { ko } from '../../i18n/ko.ts';
import { isCheckable, nextStepOf } from './next-step.ts';

describe('ended', () => {
  it.each([en, ko])('has a title and a sentence for every close reason, and no others', (texts) => {
    expect(Object.keys(texts.ended).sort()).toEqual([...closeReasons].sort());
  });

  it('offers a label for every next step', () => {
    for (const reason of closeReasons) {
      for (const role of ['presenter', 'viewer'] as const) {
        const step = nextStepOf(reason, role);
        if (step !== null) expect(Object.keys(en.next)).toContain(step);
      }
    }
  });

  it('leads to the connection check where that can name a cause', () => {
    const checkable = closeReasons.filter(isCheckable);
    expect(checkable.sort()).toEqual([
      'capture-refused',
      'no-path',
      'peer-failed',
      'relay-missing',
      'server-unreachable',
      'webrtc-unavailable',
    ]);
  });

  it('does not send anybody into a wall', () => {
    expect(nextStepOf('capture-unavailable', 'presenter')).toBeNull();
    expect(nextStepOf('webrtc-unavailable', 'viewer')).toBeNull();
    expect(nextStepOf('proof-failed', 'viewer')).toBeNull();
  });
});
