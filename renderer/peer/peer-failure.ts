/** Why a link broke, from a closed list. */
export type PeerFailure = {
  readonly code: 'no-path' | 'negotiation-failed' | 'channel-failed' | 'unsupported';
  readonly cause: unknown;
};

const codeBySimplePeerCode: Readonly<Record<string, PeerFailure['code']>> = {
  ERR_WEBRTC_SUPPORT: 'unsupported',
  ERR_PC_CONSTRUCTOR: 'unsupported',
  ERR_CONNECTION_FAILURE: 'no-path',
  ERR_ICE_CONNECTION_FAILURE: 'no-path',
  ERR_ICE_CONNECTION_CLOSED: 'no-path',
  ERR_DATA_CHANNEL: 'channel-failed',
};

/** Maps simple-peer's `ERR_*` codes to ours; every other one comes from offer/answer. */
export function peerFailureOf(error: unknown): PeerFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { code: codeBySimplePeerCode[code] ?? 'negotiation-failed', cause: error };
}
