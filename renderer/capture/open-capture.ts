import type { SourcePicker } from '../bridge/bridge.ts';

export type CaptureResult =
  | { readonly status: 'open'; readonly stream: MediaStream }
  | {
      readonly status: 'refused';
      readonly reason: 'capture-refused' | 'capture-failed' | 'capture-unavailable';
    };

// Without explicit ideals Chromium may scale the screen down to 1280x720.
const VIDEO: MediaTrackConstraints = {
  width: { ideal: 3840 },
  height: { ideal: 2160 },
  frameRate: { ideal: 30, max: 60 },
};

/** As it is: what was made for voices would spoil music. */
const AUDIO: MediaTrackConstraints = {
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: false,
  channelCount: { ideal: 2 },
};

/** Not in TypeScript's page library yet (W3C Screen Capture, section 6.1). */
type CaptureOptions = DisplayMediaStreamOptions & { systemAudio: 'include' };

/** What a person chose in the gallery. */
export type SourceChoice = { readonly sourceId: string; readonly withSound: boolean };

/** @param choice what the gallery chose; `null` where the system shows its own picker */
export type OpenCapture = (
  picker: SourcePicker,
  choice: SourceChoice | null,
) => Promise<CaptureResult>;

/** Starts capturing a screen, window or tab (W3C Screen Capture, getDisplayMedia). */
export const openCapture: OpenCapture = async (picker, choice) => {
  // Missing on plain-http pages and in phone browsers.
  if (!navigator.mediaDevices?.getDisplayMedia) return refused('capture-unavailable');
  try {
    if (picker.kind === 'gallery' && choice) {
      await picker.chooseSource(choice.sourceId, choice.withSound);
    }
    // In a browser its own dialog asks, where the system can give sound at all.
    const isSoundWanted = choice === null || choice.withSound;
    const options: CaptureOptions = {
      ...{ video: VIDEO, audio: isSoundWanted && AUDIO, systemAudio: 'include' },
    };
    const stream = await navigator.mediaDevices.getDisplayMedia(options);
    for (const sound of stream.getAudioTracks()) sound.contentHint = 'music';
    const [track] = stream.getVideoTracks();
    if (!track) return refused('capture-failed');
    return { status: 'open', stream };
  } catch (error) {
    return refused(reasonOf(error));
  }
};

const refused = (reason: (CaptureResult & { status: 'refused' })['reason']): CaptureResult => ({
  status: 'refused',
  reason,
});

function reasonOf(error: unknown): 'capture-refused' | 'capture-failed' {
  const name = error instanceof DOMException ? error.name : '';
  return name === 'NotAllowedError' || name === 'AbortError' ? 'capture-refused' : 'capture-failed';
}
