import { describe, expect, it } from 'vitest';
import { PAGE_ORIGIN, PAGE_URL } from './app-page.ts';
import { answerDisplayMedia, createSourceChoice } from './display-media.ts';

const screen = { id: 'screen:1:0', name: 'Screen' };
const window = { id: 'window:2:0', name: 'Editor' };
const ourFrame = { url: PAGE_URL, parent: null };

function displayMedia({ canShareSound = true, usesSystemPicker = false } = {}) {
  let nowMs = 0;
  const choice = createSourceChoice(() => nowMs);
  const granted: string[] = [];
  const looks: string[][] = [];
  let options: object | undefined;
  let request: (request: object, answer: (streams: object) => void) => void = () => {};
  const session = {
    setDisplayMediaRequestHandler: (handler: typeof request, given: object) => {
      request = handler;
      options = given;
    },
  };
  const capturer = {
    async getSources({ types }: { types: string[] }) {
      looks.push(types);
      return [screen, window].filter(({ id }) => types.some((type) => id.startsWith(type)));
    },
  };
  const choose = (sourceId: string, withSound = false) => choice.choose({ sourceId, withSound });
  answerDisplayMedia({
    ...{ session: session as never, desktopCapturer: capturer as never, choice },
    ...{ pageOrigin: PAGE_ORIGIN, canShareSound, usesSystemPicker },
    onGranted: ({ id }) => granted.push(id),
  });
  return {
    choose,
    granted,
    looks,
    options: () => options,
    pass: (durationMs: number) => {
      nowMs += durationMs;
    },
    ask: (frame: object | null = ourFrame, userGesture = true, audioRequested = false) =>
      new Promise<object>((resolve) => request({ frame, userGesture, audioRequested }, resolve)),
  };
}

describe('a capture in the app', () => {
  it('gets exactly what was chosen, once', async () => {
    const { choose, ask, granted } = displayMedia();
    choose(window.id);
    expect(await ask()).toEqual({ video: window });
    expect(await ask()).toEqual({});
    expect(granted, 'told of what it really got').toEqual([window.id]);
  });

  it('gets nothing that nobody clicked for', async () => {
    const { choose, ask } = displayMedia();
    choose(window.id);
    expect(await ask(ourFrame, false)).toEqual({});
  });

  it('gets nothing without a choice', async () => {
    expect(await displayMedia().ask()).toEqual({});
  });

  it('gets nothing for a choice that is old, or of something that is gone', async () => {
    const { choose, ask, pass } = displayMedia();
    choose(screen.id);
    pass(31_000);
    expect(await ask()).toEqual({});
    choose('window:99:0');
    expect(await ask()).toEqual({});
  });

  it('gets nothing in a frame that is not our page, and spends the choice', async () => {
    const { choose, ask } = displayMedia();
    for (const frame of [
      null,
      { url: 'https://evil.example/', parent: null },
      { ...ourFrame, parent: {} },
    ]) {
      choose(screen.id);
      expect(await ask(frame)).toEqual({});
      expect(await ask()).toEqual({});
    }
  });

  it('gets the computer’s sound only where it was chosen, asked for, and can be had', async () => {
    const { choose, ask } = displayMedia();
    choose(screen.id, true);
    expect(await ask(ourFrame, true, true)).toEqual({ video: screen, audio: 'loopback' });
    choose(screen.id, true);
    expect(await ask(ourFrame, true, false)).toEqual({ video: screen });
    choose(screen.id, false);
    expect(await ask(ourFrame, true, true)).toEqual({ video: screen });
    const silent = displayMedia({ canShareSound: false });
    silent.choose(screen.id, true);
    expect(await silent.ask(ourFrame, true, true)).toEqual({ video: screen });
  });

  it('asks the system’s dialog once for both kinds, and takes what was chosen there', async () => {
    const { choose, ask, looks, granted } = displayMedia();
    choose('system-picker');
    expect(await ask()).toEqual({ video: screen });
    expect(looks).toEqual([['screen', 'window']]);
    expect(granted).toEqual([screen.id]);
  });

  it('is left to macOS’ own picker only where that was decided', () => {
    expect(displayMedia().options()).toEqual({ useSystemPicker: false });
    expect(displayMedia({ usesSystemPicker: true }).options()).toEqual({ useSystemPicker: true });
  });

  it('survives Electron throwing at an empty answer, and a capturer that fails', async () => {
    const choice = createSourceChoice(() => 0);
    const requests: ((request: object, answer: () => void) => void)[] = [];
    const session = { setDisplayMediaRequestHandler: (handler: never) => requests.push(handler) };
    const capturer = { getSources: () => Promise.reject(new Error('no portal')) };
    answerDisplayMedia({
      ...{ session: session as never, desktopCapturer: capturer as never, choice },
      ...{ pageOrigin: PAGE_ORIGIN, canShareSound: false, usesSystemPicker: false },
      onGranted: () => {},
    });
    choice.choose({ sourceId: screen.id, withSound: false });
    await new Promise<void>((resolve) => {
      requests[0]?.({ frame: ourFrame, userGesture: true }, () => {
        resolve();
        throw new TypeError('Video was requested, but no video stream was provided');
      });
    });
  });
});
