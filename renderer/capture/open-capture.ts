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

/**
 * Starts capturing a screen, window or tab (W3C Screen Capture, getDisplayMedia).
 * @param sourceId what the gallery chose; `null` where the system shows its own picker
 */
export async function openCapture(
  picker: SourcePicker,
  sourceId: string | null,
): Promise<CaptureResult> {
  // Missing on plain-http pages and in phone browsers.
  if (!navigator.mediaDevices?.getDisplayMedia) return refused('capture-unavailable');
  try {
    if (picker.kind === 'gallery' && sourceId !== null) await picker.chooseSource(sourceId);
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: VIDEO, audio: false });
    const [track] = stream.getVideoTracks();
    if (!track) return refused('capture-failed');
    return { status: 'open', stream };
  } catch (error) {
    return refused(reasonOf(error));
  }
}

const refused = (reason: (CaptureResult & { status: 'refused' })['reason']): CaptureResult => ({
  status: 'refused',
  reason,
});

function reasonOf(error: unknown): 'capture-refused' | 'capture-failed' {
  const name = error instanceof DOMException ? error.name : '';
  return name === 'NotAllowedError' || name === 'AbortError' ? 'capture-refused' : 'capture-failed';
}
