import type { DisplayMediaRequest, Session, Streams } from '../api/session.ts';
import type { DisplayMediaAnswer, Refusal } from '../messages.ts';
import { record } from '../recorder.ts';
import { captureMarker } from '../runtime.ts';
import { listMonitors } from '../x11/monitors.ts';
import { listWindows, setCaptureName, setTitle } from '../x11/windows.ts';
import { cleanUpAfterTurn, endCaptureTurn, takeCaptureTurn } from './capture-turn.ts';
import { askPermission, type PermissionSubject } from './permissions.ts';
import { lockWindow } from './window-lock.ts';

export type DisplayMediaWish = { readonly video: boolean; readonly audio: boolean };

type Surface = { ok: true; surface: 'screen' | 'window' };

const refusal = (name: string, message: string): Refusal => ({ ok: false, name, message });
const notSupported = (what: string): Refusal =>
  refusal('NotSupportedError', `stand-in: ${what} is not supported`);

async function grantWindow(xid: number): Promise<Refusal | Surface> {
  const unlock = await lockWindow(xid);
  cleanUpAfterTurn(unlock);
  const window = (await listWindows()).find((candidate) => candidate.xid === xid);
  if (!window) return refusal('NotReadableError', 'Could not start video source');
  await setTitle(xid, window.title);
  await setCaptureName(xid, captureMarker);
  cleanUpAfterTurn(async () => {
    await setCaptureName(xid, window.title);
    await unlock();
  });
  return { ok: true, surface: 'window' };
}

function grantScreen(monitorId: string | undefined): Refusal | Surface {
  if (monitorId !== listMonitors()[0]?.id) return notSupported('any but the first monitor');
  return { ok: true, surface: 'screen' };
}

async function grant(streams: Streams): Promise<DisplayMediaAnswer> {
  if (streams.audio !== undefined) return notSupported('capturing audio');
  const [kind, id] = String(streams.video?.id ?? '').split(':');
  await takeCaptureTurn();
  const answer =
    kind === 'window'
      ? await grantWindow(Number(id))
      : kind === 'screen'
        ? grantScreen(id)
        : notSupported(`capturing '${kind}'`);
  if (!answer.ok) await endCaptureTurn();
  return answer.ok ? { ...answer, name: String(streams.video?.name ?? '') } : answer;
}

type Chosen = { readonly streams: Streams } | { readonly refused: Refusal };

// Electron's own callback tells `null`, which refuses quietly, from streams that lack the video.
function askHandler(session: Session, request: DisplayMediaRequest): Promise<Chosen> {
  return new Promise((resolve) => {
    session.displayMediaHandler?.(request, (streams) => {
      if (!streams) {
        resolve({ refused: refusal('AbortError', 'Invalid capture constraints') });
      } else if (request.videoRequested && !streams.video) {
        resolve({ refused: refusal('AbortError', 'Error starting capture') });
        throw new TypeError('Video was requested, but no video stream was provided');
      } else {
        resolve({ streams });
      }
    });
  });
}

export async function answerDisplayMedia(
  contents: PermissionSubject,
  wish: DisplayMediaWish,
): Promise<DisplayMediaAnswer> {
  const mediaTypes = [...(wish.audio ? ['audio'] : []), ...(wish.video ? ['video'] : [])];
  const permission = await askPermission(contents, 'display-capture', mediaTypes);
  if (!permission.ok) return permission;
  const { session } = contents;
  if (!session.displayMediaHandler) return refusal('NotSupportedError', 'Not supported');
  const chosen = await askHandler(session, {
    frame: contents.mainFrame,
    securityOrigin: contents.mainFrame.origin,
    videoRequested: wish.video,
    audioRequested: wish.audio,
    userGesture: true,
  });
  if ('refused' in chosen) {
    record('display-media', null);
    return chosen.refused;
  }
  record('display-media', chosen.streams.video?.id);
  return grant(chosen.streams);
}
