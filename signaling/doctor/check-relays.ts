import type { IceConfiguration, IceServer } from '../protocol.ts';
import { type Check, type DoctorDeps, failed, ok, warning } from './check.ts';
import { type IceUrl, parseIceUrl } from './ice-url.ts';
import { type Outcome, probeRelay } from './probe-relay.ts';
import type { Problem } from './problems.ts';
import { placeOf } from './site.ts';

const UNAUTHORIZED = 401;
const QUOTA_REACHED = 486;
const INSUFFICIENT_CAPACITY = 508;

type Probed = { readonly target: IceUrl; readonly outcome: Outcome };

/** What the servers a member is told came to. */
export type RelayFindings = {
  readonly checks: readonly Check[];
  /** Whether a relay refused credentials that may be right but for the clock. */
  readonly isUnauthorized: boolean;
};

/**
 * Tries every STUN and TURN server.
 * @param isClockOff whether refused credentials are the clock's fault
 */
export async function checkRelays(
  { iceLifetimeMs, iceServers }: IceConfiguration,
  isClockOff: boolean,
  deps: DoctorDeps,
): Promise<RelayFindings> {
  const named = iceServers.flatMap((server) => server.urls.map((url) => ({ url, server })));
  const targets = named.flatMap(({ url, server }) => toTarget(url, server));
  const probed = await Promise.all(
    targets.map(async ({ target, server }): Promise<Probed> => {
      return { target, outcome: await probeRelay(target, server, deps) };
    }),
  );
  const isForever = iceLifetimeMs === undefined;
  const loginFault = isForever ? 'turn-login' : isClockOff ? 'clock-off' : 'turn-secret';
  const isTold = targets.some(({ target }) => target.kind === 'turn');
  const isUnauthorized = probed.some(({ outcome }) => isRefusal(outcome));
  return {
    isUnauthorized,
    checks: [
      ...probed.map((each) => judge(each, probed, loginFault)),
      ...listUnknown(named.map(({ url }) => url)),
      ...checkReach(probed),
      ...checkChoice(targets.map(({ target }) => target)),
      ...(isTold && isForever
        ? [warning('credentials', 'never expire', { cause: 'turn-password', subject: '' })]
        : []),
    ],
  };
}

function toTarget(url: string, server: IceServer) {
  const target = parseIceUrl(url);
  return target === undefined ? [] : [{ target, server }];
}

const isRefusal = (outcome: Outcome) =>
  outcome.name === 'refused' && outcome.errorCode === UNAUTHORIZED;

/** @param loginFault why credentials would be refused here */
function judge(
  { target, outcome }: Probed,
  all: readonly Probed[],
  loginFault: Problem['cause'],
): Check {
  const { kind, transport, url } = target;
  const place = placeOf(target);
  const subject = `${place} (${transport})`;
  switch (outcome.name) {
    case 'well':
      return ok(kind, `${url} ${outcome.text}`);
    case 'name-unknown':
      return failed(kind, `${url}: ${target.host} has no address`, {
        cause: 'turn-name-unknown',
        subject: target.host,
      });
    case 'certificate':
      return failed(kind, `${url}: certificate not accepted (${outcome.code})`, {
        cause: 'turn-certificate',
        subject: target.host,
      });
    case 'nonsense':
      return failed(kind, `${url}: an answer that makes no sense`, {
        cause: 'turn-nonsense',
        subject,
      });
    case 'refused':
      return failed(kind, `${url}: refused with ${outcome.errorCode}`, {
        cause: isRefusal(outcome) ? loginFault : causeOf(outcome.errorCode),
        subject: isRefusal(outcome) ? target.host : `${subject}: ${outcome.errorCode}`,
      });
    case 'silent':
      return judgeSilence({ target, outcome }, all, outcome.code);
  }
}

function judgeSilence({ target }: Probed, all: readonly Probed[], code: string): Check {
  const { host, kind, transport, url } = target;
  const place = placeOf(target);
  const text = `${url}: no answer (${code})`;
  const isAlive = all.some(
    ({ target: other, outcome }) =>
      other.host === host && other.transport !== 'udp' && outcome.name !== 'silent',
  );
  const isTurnThere = all.some(({ target: other }) => other.host === host && other.kind === 'turn');
  const subject = `${place} (${transport === 'udp' ? 'UDP' : 'TCP'})`;
  if (transport === 'udp' && isAlive) {
    return failed(kind, text, { cause: 'udp-blocked', subject: place });
  }
  if (kind === 'stun' && !isTurnThere) {
    return warning(kind, text, { cause: 'stun-silent', subject: place });
  }
  return failed(kind, text, { cause: 'turn-port-closed', subject });
}

function causeOf(errorCode: number): Problem['cause'] {
  const isFull = errorCode === QUOTA_REACHED || errorCode === INSUFFICIENT_CAPACITY;
  return isFull ? 'turn-full' : 'turn-refused';
}

function listUnknown(urls: readonly string[]): Check[] {
  return urls
    .filter((url) => parseIceUrl(url) === undefined)
    .map((url) => warning('turn', `${url}: not checked`, { cause: 'not-checked', subject: url }));
}

/** Whether a relay would pass on to addresses behind it. */
function checkReach(probed: readonly Probed[]): Check[] {
  const relays = probed.flatMap(({ target, outcome }) =>
    target.kind === 'turn' && outcome.name === 'well' ? [outcome] : [],
  );
  if (relays.length === 0) return [];
  const reached = [...new Set(relays.flatMap((relay) => relay.reached))];
  if (reached.length === 0) return [ok('reach', 'private addresses are refused')];
  const subject = reached.join(', ');
  return [failed('reach', `${subject} allowed`, { cause: 'open-relay', subject })];
}

/** Whether there is a way for the networks that let least out. */
function checkChoice(targets: readonly IceUrl[]): Check[] {
  const turn = targets.filter(({ kind }) => kind === 'turn');
  if (turn.length === 0) {
    return [warning('turn', 'none is named', { cause: 'no-turn', subject: '' })];
  }
  if (turn.some(({ port, transport }) => transport === 'tls' && port === 443)) return [];
  return [warning('turn', 'none over TLS on port 443', { cause: 'no-turn-tls', subject: '' })];
}
