import type { DisplayMediaAnswer, PermissionAnswer } from '../messages.ts';
import { type Ask, refuse } from './ask.ts';

type WithSurfaces = DisplayMediaStreamOptions & { monitorTypeSurfaces?: 'include' | 'exclude' };
type LegacyConstraints = { mandatory?: { chromeMediaSource?: string } };

const noActivation =
  "Failed to execute 'getDisplayMedia' on 'MediaDevices': getDisplayMedia requires transient " +
  'activation from a user gesture.';

// Chromium's automatic choice takes the screen whenever a screen is allowed.
function constrain(options: WithSurfaces, surface: 'screen' | 'window'): WithSurfaces {
  const video = typeof options.video === 'object' ? options.video : {};
  const base = { ...options, audio: false };
  return surface === 'window'
    ? { ...base, video: { ...video, displaySurface: 'window' }, monitorTypeSurfaces: 'exclude' }
    : { ...base, video: { ...video, displaySurface: 'monitor' }, monitorTypeSurfaces: 'include' };
}

const isLegacyCapture = (constraints: unknown): boolean =>
  Boolean((constraints as LegacyConstraints | undefined)?.mandatory?.chromeMediaSource);

/** Asks the app's handlers before Chromium captures anything. */
export function guardCapture(ask: Ask): void {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return;
  const getDisplayMedia = devices.getDisplayMedia.bind(devices);
  const getUserMedia = devices.getUserMedia.bind(devices);

  devices.getDisplayMedia = async (options: DisplayMediaStreamOptions = {}) => {
    if (!navigator.userActivation.isActive) {
      throw new DOMException(noActivation, 'InvalidStateError');
    }
    const answer = await ask<DisplayMediaAnswer>({
      kind: 'display-media',
      video: options.video !== false,
      audio: Boolean(options.audio),
    });
    if (!answer.ok) return refuse(answer);
    try {
      const stream = await getDisplayMedia(constrain(options, answer.surface));
      for (const track of stream.getVideoTracks()) {
        Object.defineProperty(track, 'label', { value: answer.name });
      }
      return stream;
    } finally {
      await ask({ kind: 'display-media-settled' });
    }
  };

  devices.getUserMedia = async (constraints: MediaStreamConstraints = {}) => {
    const { audio, video } = constraints;
    if (isLegacyCapture(audio) || isLegacyCapture(video)) {
      throw new DOMException('stand-in: chromeMediaSource is not supported', 'NotSupportedError');
    }
    const mediaTypes = [...(audio ? ['audio'] : []), ...(video ? ['video'] : [])];
    const answer = await ask<PermissionAnswer>({
      kind: 'permission',
      permission: 'media',
      mediaTypes,
    });
    return answer.ok ? getUserMedia(constraints) : refuse(answer);
  };
}
