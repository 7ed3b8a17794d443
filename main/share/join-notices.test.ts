import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSay } from '../../renderer/i18n/say.ts';
import { createJoinNotices } from './join-notices.ts';
import { ADA, BO } from './testing/shares.ts';

type Options = { title: string; body: string; actions?: { text: string }[] };

class FakeNotification extends EventEmitter {
  static isSupported = () => isSupported;
  readonly options: Options;
  isShown = false;
  constructor(options: Options) {
    super();
    this.options = options;
    all.push(this);
  }
  show() {
    this.isShown = true;
  }
  close() {
    this.isShown = false;
  }
}

let all: FakeNotification[] = [];
let isSupported = true;
const say = createSay('en');
const shown = () => all.filter(({ isShown }) => isShown).map(({ options }) => options.title);

function open(canAct = true) {
  const answers: string[] = [];
  const notices = createJoinNotices(
    { Notification: FakeNotification as never, canAct },
    {
      allow: (peerId) => answers.push(`allow ${peerId[0]}`),
      deny: (peerId) => answers.push(`deny ${peerId[0]}`),
      open: () => answers.push('open'),
    },
  );
  return { answers, notices };
}

describe('requests to join', () => {
  beforeEach(() => {
    all = [];
    isSupported = true;
  });

  it('are told of once each while nobody looks at the window', () => {
    const { notices } = open();
    notices.update([ADA], false, say);
    notices.update([ADA, BO], false, say);
    expect(shown()).toEqual(['Ada asks to see your screen', 'Bo asks to see your screen']);
    expect(all).toHaveLength(2);
  });

  it('are withdrawn when answered, when the person has left, and at the end', () => {
    const { notices } = open();
    notices.update([ADA, BO], false, say);
    notices.update([BO], false, say);
    expect(shown()).toEqual(['Bo asks to see your screen']);
    notices.close();
    expect(shown()).toEqual([]);
  });

  it('are not told of to somebody who sees them in the window, then or later', () => {
    const { notices } = open();
    notices.update([ADA], true, say);
    notices.update([ADA], false, say);
    expect(all).toEqual([]);
    notices.update([ADA, BO], false, say);
    notices.update([ADA, BO], true, say);
    notices.update([ADA, BO], false, say);
    expect([all.length, shown()]).toEqual([1, []]);
  });

  it('can be answered where the system has buttons', () => {
    const { answers, notices } = open();
    notices.update([ADA, BO], false, say);
    expect(all[0]?.options.actions?.map(({ text }) => text)).toEqual(['Allow', 'Deny']);
    all[0]?.emit('action', { actionIndex: 0 });
    all[1]?.emit('action', { actionIndex: 1 });
    all[1]?.emit('click', {});
    expect(answers).toEqual(['allow a', 'deny b', 'open']);
  });

  it('say what a click does where it has none', () => {
    const { notices } = open(false);
    notices.update([ADA], false, say);
    expect(all[0]?.options.actions).toBeUndefined();
    expect(all[0]?.options.body).toContain('Click to answer');
  });

  it('name nobody longer than a line, and nobody who gave no name', () => {
    const { notices } = open();
    const long = { peerId: 'c'.repeat(32), name: `${'x'.repeat(100)}` };
    notices.update([long, { peerId: 'd'.repeat(32), name: ' \n' }], false, say);
    expect(shown()).toEqual([
      `${'x'.repeat(31)}… asks to see your screen`,
      'Somebody asks to see your screen',
    ]);
  });

  it('cost nothing where there are no notifications', () => {
    isSupported = false;
    const { notices } = open();
    notices.update([ADA], false, say);
    expect(all).toEqual([]);
  });
});
