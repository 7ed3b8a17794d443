import { describe, expect, it } from 'vitest';
import { PAGE_ORIGIN, PAGE_URL } from './app-page.ts';
import { answerDisplayMedia, createSourceChoice } from './display-media.ts';

const screen = { id: 'screen:1:0', name: 'Screen' };
const window = { id: 'window:2:0', name: 'Editor' };
const ourFrame = { url: PAGE_URL, parent: null };

function displayMedia() {
  let nowMs = 0;
  const choice = createSourceChoice(() => nowMs);
  const granted: string[] = [];
  let request: (request: object, answer: (streams: object) => void) => void = () => {};
  const session = {
    setDisplayMediaRequestHandler: (handler: typeof request) => {
      request = handler;
    },
  };
  const capturer = {
    getSources: async ({ types }: { types: string[] }) =>
      [screen, window].filter(({ id }) => types.some((type) => id.startsWith(type))),
  };
  answerDisplayMedia(session as never, capturer as never, choice, PAGE_ORIGIN, ({ id }) =>
    granted.push(id),
  );
  return {
    choice,
    granted,
    pass: (durationMs: number) => {
      nowMs += durationMs;
    },
    ask: (frame: object | null = ourFrame, userGesture = true) =>
      new Promise<object>((resolve) => request({ frame, userGesture }, resolve)),
  };
}

describe('a capture in the app', () => {
  it('gets exactly what was chosen, once', async () => {
    const { choice, ask, granted } = displayMedia();
    choice.choose(window.id);
    expect(await ask()).toEqual({ video: window });
    expect(await ask()).toEqual({});
    expect(granted, 'told of what it really got').toEqual([window.id]);
  });

  it('gets nothing that nobody clicked for', async () => {
    const { choice, ask } = displayMedia();
    choice.choose(window.id);
    expect(await ask(ourFrame, false)).toEqual({});
  });

  it('gets nothing without a choice', async () => {
    expect(await displayMedia().ask()).toEqual({});
  });

  it('gets nothing for a choice that is old, or of something that is gone', async () => {
    const { choice, ask, pass } = displayMedia();
    choice.choose(screen.id);
    pass(31_000);
    expect(await ask()).toEqual({});
    choice.choose('window:99:0');
    expect(await ask()).toEqual({});
  });

  it('gets nothing in a frame that is not our page, and spends the choice', async () => {
    const { choice, ask } = displayMedia();
    for (const frame of [
      null,
      { url: 'https://evil.example/', parent: null },
      { ...ourFrame, parent: {} },
    ]) {
      choice.choose(screen.id);
      expect(await ask(frame)).toEqual({});
      expect(await ask()).toEqual({});
    }
  });

  it('survives Electron throwing at an empty answer, and a capturer that fails', async () => {
    const choice = createSourceChoice(() => 0);
    const requests: ((request: object, answer: () => void) => void)[] = [];
    const session = { setDisplayMediaRequestHandler: (handler: never) => requests.push(handler) };
    const capturer = { getSources: () => Promise.reject(new Error('no portal')) };
    answerDisplayMedia(session as never, capturer as never, choice, PAGE_ORIGIN, () => {});
    choice.choose(screen.id);
    await new Promise<void>((resolve) => {
      requests[0]?.({ frame: ourFrame, userGesture: true }, () => {
        resolve();
        throw new TypeError('Video was requested, but no video stream was provided');
      });
    });
  });
});
