import type { DesktopCapturer, DesktopCapturerSource, Session } from 'electron';
import { SYSTEM_PICKER_ID } from '../preload/source.ts';
import { isTrustedSender } from './ipc.ts';

/** A choice that no capture has followed by then is forgotten. */
const CHOICE_LIFETIME_MS = 30_000;

/** What a person chose to share. */
export type Choice = {
  readonly sourceId: string;
  /** Also the sound this computer plays. */
  readonly withSound: boolean;
};

/** The source a person chose, good for one capture. */
export function createSourceChoice(now: () => number) {
  let choice: { made: Choice; madeAt: number } | undefined;
  return {
    choose(made: Choice): void {
      choice = { made, madeAt: now() };
    },
    /** What was chosen, once and only while it is fresh. */
    take(): Choice | undefined {
      const taken = choice;
      choice = undefined;
      if (!taken || now() - taken.madeAt > CHOICE_LIFETIME_MS) return undefined;
      return taken.made;
    },
  };
}
export type SourceChoice = ReturnType<typeof createSourceChoice>;

export type DisplayMediaDeps = {
  readonly session: Pick<Session, 'setDisplayMediaRequestHandler'>;
  readonly desktopCapturer: Pick<DesktopCapturer, 'getSources'>;
  readonly choice: SourceChoice;
  readonly pageOrigin: string;
  readonly canShareSound: boolean;
  /** Electron then asks macOS itself, and not this handler. */
  readonly usesSystemPicker: boolean;
  readonly onGranted: (source: DesktopCapturerSource) => void;
};

/**
 * Answers the page's getDisplayMedia with the source that was chosen in our picker, and with
 * nothing else: no choice, no capture; no person’s gesture, no capture either.
 */
export function answerDisplayMedia(deps: DisplayMediaDeps): void {
  const { desktopCapturer, onGranted, usesSystemPicker } = deps;
  deps.session.setDisplayMediaRequestHandler(
    (request, answer) => {
      const choice = deps.choice.take();
      const isOurs = isTrustedSender({ senderFrame: request.frame }, deps.pageOrigin);
      const isWanted = isOurs && request.userGesture;
      const finding = isWanted && choice ? findSource(desktopCapturer, choice.sourceId) : undefined;
      const hasSound = request.audioRequested && deps.canShareSound && choice?.withSound === true;
      void Promise.resolve(finding).then((source) => {
        if (source) onGranted(source);
        const sound = hasSound ? { audio: 'loopback' as const } : {};
        try {
          answer(source ? { video: source, ...sound } : {});
        } catch {
          // Electron throws here, after it has refused the page, when no video is given.
        }
      });
    },
    { useSystemPicker: usesSystemPicker },
  );
}

async function findSource(
  desktopCapturer: Pick<DesktopCapturer, 'getSources'>,
  sourceId: string,
): Promise<DesktopCapturerSource | undefined> {
  const isAsked = sourceId === SYSTEM_PICKER_ID;
  const kind = sourceId.startsWith('screen:') ? ('screen' as const) : ('window' as const);
  try {
    // Asked for both at once, the portal shows one dialog and gives the one source chosen there.
    const types = isAsked ? (['screen', 'window'] as const) : [kind];
    const thumbnailSize = { width: 0, height: 0 };
    const sources = await desktopCapturer.getSources({ types: [...types], thumbnailSize });
    return isAsked ? sources[0] : sources.find(({ id }) => id === sourceId);
  } catch {
    return undefined;
  }
}
