import { isIP } from 'node:net';
import type { IceServer } from '../protocol.ts';
import { codeOf, type DoctorDeps } from './check.ts';
import { lookUp } from './check-site.ts';
import type { IceUrl } from './ice-url.ts';
import { NOT_STUN, openStunChannel, type StunChannel } from './stun-channel.ts';
import { type AllocateAnswer, allocate, bind, type TurnLogin } from './turn-client.ts';

/** Addresses no relay may reach for a stranger; the last ones are hardly ever a relay's own. */
const FORBIDDEN_PEERS = [
  '127.0.0.1',
  '169.254.169.254',
  '10.255.255.254',
  '172.31.255.254',
  '192.168.255.254',
];
/** The 5-tuple is still known from an allocation before (RFC 8656 section 6.2). */
const ALLOCATION_MISMATCH = 437;

/** What came of one STUN or TURN server. */
export type Outcome =
  | { readonly name: 'well'; readonly text: string; readonly reached: readonly string[] }
  | { readonly name: 'name-unknown' }
  /** Nothing came back, or the way was cut, with Node's code. */
  | { readonly name: 'silent'; readonly code: string }
  | { readonly name: 'certificate'; readonly code: string }
  | { readonly name: 'refused'; readonly errorCode: number }
  | { readonly name: 'nonsense' };

/** Asks a STUN server for a binding, a TURN server for an allocation. Never rejects. */
export async function probeRelay(
  target: IceUrl,
  server: IceServer,
  deps: DoctorDeps,
): Promise<Outcome> {
  const { host, transport } = target;
  const [address] = isIP(host) === 0 ? await lookUp(host, deps) : [host];
  if (address === undefined) return { name: 'name-unknown' };
  const { ca, timeoutMs } = deps;
  const open = () => openStunChannel({ ...target, address, timeoutMs, ca });
  const login = { username: server.username ?? '', credential: server.credential ?? '' };
  const ask = target.kind === 'stun' ? askBinding : askAllocation(login);
  try {
    const outcome = await withChannel(open, ask);
    const isMismatch = outcome.name === 'refused' && outcome.errorCode === ALLOCATION_MISMATCH;
    return isMismatch ? await withChannel(open, ask) : outcome;
  } catch (error) {
    const code = codeOf(error);
    if (code === NOT_STUN || code === 'EPROTO' || code.startsWith('ERR_SSL')) {
      return { name: 'nonsense' };
    }
    return { name: SILENCE.has(code) || transport !== 'tls' ? 'silent' : 'certificate', code };
  }
}

const SILENCE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
]);

async function withChannel(
  open: () => Promise<StunChannel>,
  ask: (channel: StunChannel) => Promise<Outcome>,
): Promise<Outcome> {
  const channel = await open();
  try {
    return await ask(channel);
  } finally {
    channel.close();
  }
}

async function askBinding(channel: StunChannel): Promise<Outcome> {
  const address = await bind(channel);
  if (address === undefined) return { name: 'nonsense' };
  return { name: 'well', text: `answers, sees ${address}`, reached: [] };
}

const askAllocation =
  (login: TurnLogin) =>
  async (channel: StunChannel): Promise<Outcome> => {
    const answer = await allocate(channel, login);
    if (answer.isAllocated) return inspect(answer);
    const { errorCode } = answer;
    return errorCode === 0 ? { name: 'nonsense' } : { name: 'refused', errorCode };
  };

/** Asks for permissions only: nothing is sent to those addresses. */
async function inspect({
  allocation,
}: Extract<AllocateAnswer, { isAllocated: true }>): Promise<Outcome> {
  const reached: string[] = [];
  for (const peer of FORBIDDEN_PEERS) {
    if ((await allocation.permit(peer)) === 0) reached.push(peer);
  }
  await allocation.release();
  return { name: 'well', text: `relays as ${allocation.relayedAddress}`, reached };
}
