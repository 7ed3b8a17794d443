import type { RtcSignal } from './link-signal.ts';
import type { PathPolicy } from './path-policy.ts';

/**
 * Takes the candidates out of a signal from the other side that this side must not try: those that
 * point back into this computer, and under `lan-only` everything that leads out of the local
 * network. `undefined` when nothing is left of it (RFC 8839 section 5.1).
 */
export function filterCandidates(signal: RtcSignal, policy: PathPolicy): RtcSignal | undefined {
  if (signal.type === 'candidate') {
    // An empty one only says that there are no more.
    const { candidate } = signal.candidate;
    return candidate === '' || isAllowed(candidate, policy) ? signal : undefined;
  }
  const lines = signal.sdp.split(/(?<=\n)/);
  const kept = lines.filter((line) => !/^a=candidate:/.test(line) || isAllowed(line, policy));
  return kept.length === lines.length ? signal : { ...signal, sdp: kept.join('') };
}

function isAllowed(candidate: string, policy: PathPolicy): boolean {
  const fields = candidate.trim().split(/\s+/);
  const address = fields[4] ?? '';
  const type = fields[fields.indexOf('typ') + 1];
  if (isNowhere(address)) return false;
  return policy !== 'lan-only' || (type === 'host' && isLocal(address));
}

/** Loopback, unspecified and multicast addresses reach nobody else. */
function isNowhere(address: string): boolean {
  if (/^(127|0|22[4-9]|23\d)\.\d+\.\d+\.\d+$/.test(address)) return true;
  return /^(::1?|(0+:){7}0*1?|ff[0-9a-f]{2}:.*|::ffff:127\..*)$/i.test(address);
}

/** A name only the local network resolves (RFC 6762), or an address only it routes. */
export function isLocal(address: string): boolean {
  if (/\.local$/i.test(address)) return true;
  if (/^(10|192\.168|169\.254)\./.test(address) || /^172\.(1[6-9]|2\d|3[01])\./.test(address)) {
    return true;
  }
  return /^(f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):/i.test(address);
}
