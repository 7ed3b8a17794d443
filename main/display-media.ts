import type { DesktopCapturer, DesktopCapturerSource, Session } from 'electron';
import { isTrustedSender } from './ipc.ts';

/** A choice that no capture has followed by then is forgotten. */
const CHOICE_LIFETIME_MS = 30_000;

/** The source a person chose, good for one capture. */
export function createSourceChoice(now: () => number) {
  let choice: { sourceId: string; madeAt: number } | undefined;
  return {
    choose(sourceId: string): void {
      choice = { sourceId, madeAt: now() };
    },
    /** The chosen source id, once and only while it is fresh. */
    take(): string | undefined {
      const taken = choice;
      choice = undefined;
      if (!taken || now() - taken.madeAt > CHOICE_LIFETIME_MS) return undefined;
      return taken.sourceId;
    },
  };
}
export type SourceChoice = ReturnType<typeof createSourceChoice>;

/**
 * Answers the page's getDisplayMedia with the source that was chosen in our picker, and with
 * nothing else: no choice, no capture; no person’s gesture, no capture either.
 */
export function answerDisplayMedia(
  session: Pick<Session, 'setDisplayMediaRequestHandler'>,
  desktopCapturer: Pick<DesktopCapturer, 'getSources'>,
  choice: SourceChoice,
  pageOrigin: string,
  onGranted: (sourceId: string, displayId: string) => void,
): void {
  session.setDisplayMediaRequestHandler((request, answer) => {
    const sourceId = choice.take();
    const isOurs = isTrustedSender({ senderFrame: request.frame }, pageOrigin);
    const isWanted = isOurs && request.userGesture;
    const finding = isWanted && sourceId ? findSource(desktopCapturer, sourceId) : undefined;
    void Promise.resolve(finding).then((source) => {
      if (source) onGranted(source.id, source.display_id);
      try {
        answer(source ? { video: source } : {});
      } catch {
        // Electron throws here, after it has refused the page, when no video is given.
      }
    });
  });
}

async function findSource(
  desktopCapturer: Pick<DesktopCapturer, 'getSources'>,
  sourceId: string,
): Promise<DesktopCapturerSource | undefined> {
  const types = [sourceId.startsWith('screen:') ? ('screen' as const) : ('window' as const)];
  try {
    const sources = await desktopCapturer.getSources({
      types,
      thumbnailSize: { width: 0, height: 0 },
    });
    return sources.find(({ id }) => id === sourceId);
  } catch {
    return undefined;
  }
}
