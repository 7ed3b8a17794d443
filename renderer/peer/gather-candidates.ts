import type { IceServer } from '../../signaling/protocol.ts';
import { type PathPolicy, rtcConfigurationOf } from './path-policy.ts';

/** One address this side could be reached at (RFC 8445 section 5.1). */
export type GatheredCandidate = {
  readonly type: RTCIceCandidateType;
  readonly address: string;
  readonly port: number;
  /** Port the candidate was made from; 0 where the browser hides it. */
  readonly basePort: number;
};

/** What the browser says about an ICE server that gave nothing. */
export type GatheringError = {
  readonly url: string;
  /** STUN error code (RFC 8489 section 14.8), 701 without an answer, 0 for a server of no use. */
  readonly code: number;
  readonly text: string;
};

export type Gathering = {
  readonly candidates: readonly GatheredCandidate[];
  readonly errors: readonly GatheringError[];
  /** False when it was ended before the browser was through. */
  readonly isComplete: boolean;
};

export const NOTHING_GATHERED: Gathering = { candidates: [], errors: [], isComplete: false };

export type GatheringRequest = {
  readonly iceServers: readonly IceServer[];
  readonly policy: PathPolicy;
  /** Ends the gathering as soon as this holds. */
  readonly isEnough?: (candidates: readonly GatheredCandidate[]) => boolean;
};

export type GatherCandidates = (
  request: GatheringRequest,
  signal: AbortSignal,
) => Promise<Gathering>;

/**
 * Asks ICE servers what they give, on a connection that goes nowhere. Never rejects; when `signal`
 * is aborted it ends with what there is.
 */
export const gatherCandidates: GatherCandidates = (request, signal) =>
  gatherOn((configuration) => new RTCPeerConnection(configuration), request, signal);

/** The same, on a connection of the caller's making. */
export function gatherOn(
  openConnection: (configuration: RTCConfiguration) => RTCPeerConnection,
  { iceServers, policy, isEnough }: GatheringRequest,
  signal: AbortSignal,
): Promise<Gathering> {
  const candidates: GatheredCandidate[] = [];
  const errors: GatheringError[] = [];
  return new Promise((resolve) => {
    let connection: RTCPeerConnection | undefined;
    const end = (isComplete: boolean) => {
      signal.removeEventListener('abort', abort);
      connection?.close();
      connection = undefined;
      resolve({ candidates, errors, isComplete });
    };
    const abort = () => end(false);
    const fail = (error: unknown) => {
      errors.push({ url: '', code: 0, text: error instanceof Error ? error.name : '' });
      end(true);
    };
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort);
    try {
      const opened = openConnection(rtcConfigurationOf(policy, iceServers));
      connection = opened;
      opened.addEventListener('icecandidate', ({ candidate }) => {
        const gathered = candidate && gatheredOf(candidate);
        if (!gathered) return;
        candidates.push(gathered);
        if (isEnough?.(candidates)) end(true);
      });
      opened.addEventListener('icecandidateerror', ({ url, errorCode, errorText }) => {
        errors.push({ url, code: errorCode, text: errorText });
      });
      opened.addEventListener('icegatheringstatechange', () => {
        if (opened.iceGatheringState === 'complete') end(true);
      });
      // Without something to carry there is nothing to gather for.
      opened.createDataChannel('');
      opened.setLocalDescription().catch(fail);
    } catch (error) {
      fail(error);
    }
  });
}

/** `undefined` for the empty candidate that only marks the end. */
function gatheredOf(candidate: RTCIceCandidate): GatheredCandidate | undefined {
  const { type, address, port, relatedPort } = candidate;
  if (!type || address === null || port === null) return undefined;
  return { type, address, port, basePort: relatedPort ?? 0 };
}
