import type { DesktopCapturer, DesktopCapturerSource, Display, Screen } from 'electron';
import { type Source, type SourceListing, SYSTEM_PICKER_ID } from '../preload/source.ts';
import type { ScreenAccess, SoundProblem, SystemPicker } from './screen-access.ts';

const THUMBNAIL_SIZE = { width: 320, height: 200 } as const;
const ICON_SIZE = { width: 32, height: 32 } as const;

export type CaptureSourcesDeps = {
  readonly desktopCapturer: Pick<DesktopCapturer, 'getSources'>;
  readonly screen: Pick<Screen, 'getAllDisplays'>;
  /** Ids of this app's own windows, which are never offered. */
  readonly ownSourceIds: () => readonly string[];
  /** Where the app itself is shown. */
  readonly ownDisplayId: () => number | undefined;
  readonly access: () => ScreenAccess;
  readonly systemPicker: SystemPicker | null;
  readonly soundProblem: SoundProblem | null;
};

/** Lists every screen and window that can be captured, with a thumbnail each. */
export async function listSources(deps: CaptureSourcesDeps): Promise<SourceListing> {
  const { systemPicker, soundProblem } = deps;
  if (systemPicker) {
    return { status: 'system-picker', picker: systemPicker, sourceId: SYSTEM_PICKER_ID };
  }
  const access = deps.access();
  if (access === 'refused') return { status: 'refused-by-system' };
  // Looking would make the system ask before anybody has said what for.
  if (access === 'not-asked') return { status: 'not-asked' };
  try {
    const found = await deps.desktopCapturer.getSources({
      types: ['screen', 'window'],
      thumbnailSize: THUMBNAIL_SIZE,
      fetchWindowIcons: true,
    });
    const own = new Set(deps.ownSourceIds());
    const displays = deps.screen.getAllDisplays();
    const ownDisplayId = deps.ownDisplayId();
    const sources = found
      .filter(({ id }) => !own.has(id) && !isOwnWindow(id))
      .map((source) => sourceOf(source, displays, ownDisplayId));
    return { status: 'listed', sources, soundProblem };
  } catch {
    return { status: 'failed' };
  }
}

/** The last part of a window's id is 1 for windows of this process. */
const isOwnWindow = (id: string): boolean => /^window:\d+:1$/.test(id);

function sourceOf(
  { id, name, thumbnail, appIcon, display_id }: DesktopCapturerSource,
  displays: readonly Display[],
  ownDisplayId: number | undefined,
): Source {
  const picture = thumbnail.isEmpty() ? '' : thumbnail.toDataURL();
  if (!id.startsWith('screen:')) {
    const icon = appIcon && !appIcon.isEmpty() ? appIcon.resize(ICON_SIZE).toDataURL() : '';
    return { id, kind: 'window', name, thumbnail: picture, icon };
  }
  const display = displays.find((one) => String(one.id) === display_id);
  return {
    ...{ id, kind: 'screen', name, thumbnail: picture },
    label: display?.label ?? '',
    size: display ? realSizeOf(display) : null,
    isOwn: display !== undefined && display.id === ownDisplayId,
  };
}

/** In pixels as they are captured: a display's own size is in units of its scale factor. */
const realSizeOf = ({ size, scaleFactor }: Display) => ({
  width: Math.round(size.width * scaleFactor),
  height: Math.round(size.height * scaleFactor),
});
