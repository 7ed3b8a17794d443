import { describe, expect, it } from 'vitest';
import { createSay } from '../../renderer/i18n/say.ts';
import { createLeaving } from './leaving.ts';

const settle = () => new Promise((resolve) => setImmediate(resolve));

function open({ isTrayHosted = true, answer = 0 } = {}) {
  const done: string[] = [];
  const state = { isSharing: true, answer };
  const leaving = createLeaving({
    isSharing: () => state.isSharing,
    isTrayHosted: async () => isTrayHosted,
    say: () => createSay('en'),
    ask: async ({ message }) => {
      done.push(`asked: ${message}`);
      await settle();
      return { response: state.answer, checkboxChecked: false };
    },
    window: {
      hide: () => done.push('hidden'),
      minimize: () => done.push('minimised'),
      close: () => done.push('closed'),
    },
    quit: () => done.push('quit'),
    tellOfBackground: () => done.push('told'),
  });
  /** Whether it was let happen. */
  const attempt = async (what: 'onClose' | 'onBeforeQuit') => {
    let isAllowed = true;
    leaving[what]({ preventDefault: () => (isAllowed = false) });
    await settle();
    await settle();
    return isAllowed;
  };
  return { done, state, leaving, attempt };
}

describe('closing the window', () => {
  it('goes on in the tray while sharing, and says so once', async () => {
    const { done, attempt } = open();
    expect([await attempt('onClose'), await attempt('onClose')]).toEqual([false, false]);
    expect(done).toEqual(['hidden', 'told', 'hidden']);
  });

  it.each([
    [0, ['minimised']],
    [1, ['quit']],
    [2, []],
  ])('asks where there is no tray: answer %i', async (answer, what) => {
    const { done, attempt } = open({ isTrayHosted: false, answer });
    expect(await attempt('onClose')).toBe(false);
    expect(done).toEqual(['asked: Your screen is still shared', ...what]);
  });

  it('is nothing special when nothing is shared, or when quitting', async () => {
    const { state, leaving, attempt } = open();
    state.isSharing = false;
    expect(await attempt('onClose')).toBe(true);
    state.isSharing = true;
    leaving.onShutdown();
    expect(await attempt('onClose')).toBe(true);
  });

  it('closes after all when the share has ended meanwhile', async () => {
    const { done, state, leaving } = open();
    leaving.onClose({ preventDefault: () => {} });
    state.isSharing = false;
    await settle();
    expect(done).toEqual(['closed']);
  });
});

describe('quitting', () => {
  it('asks while sharing, and goes through after a yes', async () => {
    const { done, attempt } = open();
    expect(await attempt('onBeforeQuit')).toBe(false);
    expect(done).toEqual(['asked: Stop sharing and quit?', 'quit']);
    expect(await attempt('onBeforeQuit')).toBe(true);
    expect(await attempt('onClose')).toBe(true);
  });

  it('goes on after a no, and asks again the next time', async () => {
    const { done, attempt } = open({ answer: 1 });
    expect([await attempt('onBeforeQuit'), await attempt('onBeforeQuit')]).toEqual([false, false]);
    expect(done).toHaveLength(2);
  });

  it('asks one question at a time', async () => {
    const { done, leaving } = open();
    leaving.onBeforeQuit({ preventDefault: () => {} });
    leaving.onBeforeQuit({ preventDefault: () => {} });
    expect(done).toHaveLength(1);
  });

  it('asks nothing when nothing is shared, or when the system shuts down', async () => {
    const { done, state, leaving, attempt } = open();
    leaving.onShutdown();
    expect(await attempt('onBeforeQuit')).toBe(true);
    state.isSharing = false;
    expect(await attempt('onBeforeQuit')).toBe(true);
    expect(done).toEqual([]);
  });
});
