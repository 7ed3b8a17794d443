import { describe, expect, it } from 'vitest';
import type { GatheredCandidate, Gathering, GatheringError } from '../peer/gather-candidates.ts';
import type { IceTarget } from './ice-urls.ts';
import {
  type Answer,
  natFindingOf,
  networkFindingOf,
  relayFindingOf,
  stunFindingOf,
  udpOutcomeOf,
} from './path-findings.ts';

const candidate = (
  type: GatheredCandidate['type'],
  address: string,
  port: number,
  basePort = 0,
): GatheredCandidate => ({ type, address, port, basePort });
const gathered = (
  candidates: readonly GatheredCandidate[],
  errors: readonly GatheringError[] = [],
  isComplete = true,
): Gathering => ({ candidates, errors, isComplete });
const error = (code: number, text = ''): GatheringError => ({ url: 'turn:relay', code, text });
const target = (host: string, kind: IceTarget['kind'] = 'stun'): IceTarget => ({
  host,
  kind,
  iceServer: { urls: [`stun:${host}`] },
});
const answer = (host: string, gathering: Gathering): Answer => ({
  target: target(host),
  gathering,
});

const hiddenHost = candidate('host', '0f0f.local', 4000);
const seenHost = candidate('host', '10.0.0.7', 4000);
const mapped = candidate('srflx', '203.0.113.9', 4000);
const silent = gathered([hiddenHost], [], false);
const noName = gathered([hiddenHost], [error(701, 'STUN host lookup received error.')]);

describe('the own network', () => {
  it.each([
    ['hidden', [hiddenHost], true],
    ['visible', [seenHost], true],
    ['hidden', [], true],
    ['none', [seenHost], false],
  ] as const)('is %s', (outcome, candidates, isOnline) => {
    expect(networkFindingOf(gathered(candidates), isOnline).outcome).toBe(outcome);
  });
});

describe('STUN', () => {
  it.each([
    ['answers', [answer('a', gathered([mapped])), answer('b', gathered([mapped]))]],
    ['some', [answer('a', gathered([mapped])), answer('b', silent)]],
    ['silent', [answer('a', silent), answer('b', noName)]],
    ['name-unknown', [answer('a', noName), answer('b', noName)]],
    ['none', []],
  ] as const)('%s', (outcome, answers) => {
    expect(stunFindingOf(answers).outcome).toBe(outcome);
  });

  it('counts an answer over IPv4 although IPv6 failed', () => {
    const both = gathered([mapped], [error(701, 'STUN host lookup received error.')], false);
    expect(stunFindingOf([answer('a', both)]).outcome).toBe('answers');
  });

  it('sees an answer that only says what is known already, unless addresses are hidden', () => {
    expect(stunFindingOf([answer('a', gathered([seenHost]))]).outcome).toBe('answers');
    expect(stunFindingOf([answer('a', gathered([hiddenHost]))]).outcome).toBe('silent');
    expect(stunFindingOf([answer('a', gathered([seenHost], [], false))]).outcome).toBe('silent');
    expect(stunFindingOf([answer('a', gathered([seenHost], [error(701)]))]).outcome).toBe('silent');
  });
});

describe('NAT', () => {
  const two = [answer('a', gathered([mapped])), answer('b', gathered([mapped]))];
  const other = candidate('srflx', '203.0.113.9', 4001);

  it('keeps one port towards everybody', () => {
    expect(natFindingOf(two, gathered([hiddenHost, mapped])).outcome).toBe('same');
  });

  it('gives everybody another port', () => {
    expect(natFindingOf(two, gathered([hiddenHost, mapped, other])).outcome).toBe('different');
  });

  it('does not take two families or two own ports for one', () => {
    const v6 = candidate('srflx', '2001:db8::9', 4000);
    expect(natFindingOf(two, gathered([mapped, v6])).outcome).toBe('same');
    const fromA = candidate('srflx', '203.0.113.9', 4000, 50_000);
    const fromB = candidate('srflx', '203.0.113.9', 4001, 50_001);
    expect(natFindingOf(two, gathered([fromA, fromB])).outcome).toBe('same');
  });

  it('is not there when the public address is the own one', () => {
    const own = candidate('srflx', '10.0.0.7', 4000);
    expect(natFindingOf(two, gathered([seenHost, own])).outcome).toBe('none');
    expect(natFindingOf(two, gathered([seenHost])).outcome).toBe('none');
    expect(natFindingOf(two, gathered([hiddenHost])).outcome).toBe('unknown');
  });

  it('is not known from one server, under however many ports', () => {
    const [first] = two;
    if (!first) throw new Error('no answer');
    expect(natFindingOf([first], gathered([mapped])).outcome).toBe('unknown');
    expect(natFindingOf([first, first], gathered([mapped])).outcome).toBe('unknown');
    expect(natFindingOf([], gathered([])).outcome).toBe('unknown');
  });
});

describe('relays', () => {
  const relayed = candidate('relay', '198.51.100.1', 50_000);

  it.each([
    ['works', gathered([relayed])],
    ['works', gathered([relayed], [error(701)])],
    ['refuses-credentials', gathered([], [error(401, 'Unauthorized.')])],
    ['refuses-credentials', gathered([], [error(438), error(441)])],
    ['full', gathered([], [error(486)])],
    ['full', gathered([], [error(508)])],
    ['error', gathered([], [error(437)])],
    ['no-answer', gathered([], [error(438)])],
    ['no-answer', gathered([], [error(701, 'Failed to establish connection')])],
    ['no-answer', gathered([])],
    ['name-unknown', gathered([], [error(701, 'TURN host lookup received error.')])],
  ] as const)('%s', (outcome, gathering) => {
    expect(relayFindingOf([answer('relay', gathering)]).outcome).toBe(outcome);
  });

  it('count as their best', () => {
    const bad = answer('a', gathered([], [error(401)]));
    expect(relayFindingOf([bad, answer('b', gathered([relayed]))]).outcome).toBe('works');
    expect(relayFindingOf([]).outcome).toBe('none');
  });
});

describe('UDP', () => {
  const stun = (gathering: Gathering) => stunFindingOf([answer('a', gathering)]);
  const relay = (gathering: Gathering) => relayFindingOf([answer('a', gathering)]);
  const none = relayFindingOf([]);

  it('works when anybody answers over it, even with a no', () => {
    expect(udpOutcomeOf(stun(gathered([mapped])), none)).toBe('works');
    expect(udpOutcomeOf(stun(silent), relay(gathered([], [error(401)])))).toBe('works');
  });

  it('is blocked when nobody does', () => {
    expect(udpOutcomeOf(stun(silent), none)).toBe('blocked');
    expect(udpOutcomeOf(stunFindingOf([]), relay(silent))).toBe('blocked');
  });

  it('is not known when nobody could be asked', () => {
    expect(udpOutcomeOf(stun(noName), none)).toBe('unknown');
    expect(udpOutcomeOf(stunFindingOf([]), none)).toBe('unknown');
  });
});
