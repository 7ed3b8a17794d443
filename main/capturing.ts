import { release } from 'node:os';
import type * as Electron from 'electron';
import { PAGE_ORIGIN } from './app-page.ts';
import type { AppWindows } from './app-windows.ts';
import { listSources } from './capture-sources.ts';
import { answerDisplayMedia, createSourceChoice } from './display-media.ts';
import { watchCapturedScreen } from './lost-screen.ts';
import { screenAccessOf, soundProblemOf, systemPickerFor } from './screen-access.ts';
import { createStills } from './source-still.ts';
import { createSourceWatch } from './source-watch.ts';

type CapturingDeps = {
  readonly electron: Pick<
    typeof Electron,
    'desktopCapturer' | 'screen' | 'session' | 'systemPreferences'
  >;
  readonly platform: NodeJS.Platform;
  readonly isWayland: boolean;
  readonly windows: AppWindows;
};

/** What can be captured, what was chosen, and what is being captured. */
export function openCapturing({ electron, platform, isWayland, windows }: CapturingDeps) {
  const { desktopCapturer, screen, session, systemPreferences } = electron;
  const access = () => screenAccessOf(platform, systemPreferences);
  const system = { platform, release: release(), isWayland, access: access() };
  const systemPicker = systemPickerFor(system);
  const soundProblem = soundProblemOf(platform, system.release, systemPicker);
  const sourceChoice = createSourceChoice(() => performance.now());
  const sourceWatch = createSourceWatch(
    () =>
      listSources({
        ...{ desktopCapturer, screen, access, systemPicker, soundProblem },
        ownSourceIds: windows.sourceIds,
        ownDisplayId: () => windows.displayId(screen),
      }),
    (listing) => windows.tellPage('sources:changed', listing),
  );
  const stills = createStills(desktopCapturer, !isWayland);
  const capturedScreen = watchCapturedScreen(screen, () => windows.tellPage('source:lost'));
  let sharedDisplayId: number | null = null;
  answerDisplayMedia({
    ...{ session: session.defaultSession, desktopCapturer, choice: sourceChoice },
    ...{ pageOrigin: PAGE_ORIGIN, canShareSound: soundProblem === null },
    usesSystemPicker: systemPicker === 'macos',
    onGranted(source) {
      sharedDisplayId = Number(source.display_id) || null;
      stills.allow(source.id);
      capturedScreen.capture(source);
    },
  });
  return {
    sourceWatch,
    sourceChoice,
    takeStill: stills.take,
    /** Has the system ask whether this app may see the screen. */
    async askScreenAccess(): Promise<void> {
      const thumbnailSize = { width: 0, height: 0 };
      await desktopCapturer.getSources({ types: ['screen'], thumbnailSize }).catch(() => {});
      sourceWatch.refresh();
    },
    sharedDisplayId: () => sharedDisplayId,
    /** A page that is gone or starts over has no picker open, and captures nothing. */
    forget(): void {
      sourceWatch.stop();
      stills.forbid();
      capturedScreen.forget();
    },
  };
}
