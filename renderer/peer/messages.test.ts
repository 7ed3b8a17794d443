import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeLinkSignal, parseLinkSignal, parseRtcSignal, SDP_LENGTH } from './link-signal.ts';
import { peerFailureOf } from './peer-failure.ts';
import { encodePeerMessage, parsePeerMessage } from './peer-message.ts';

describe('what arrives from the other side', () => {
  it('keeps every signal of offer/answer and trickle ICE', () => {
    const candidate = {
      candidate: 'candidate:1 1 udp 1 host.local 9 typ host',
      sdpMid: '0',
      sdpMLineIndex: 0,
    };
    for (const signal of [
      { type: 'offer' as const, sdp: 'v=0\r\n' },
      { type: 'answer' as const, sdp: 'v=0\r\n' },
      { type: 'candidate' as const, candidate },
    ]) {
      const travelling = { type: 'rtc' as const, link: 2, signal };
      expect(parseLinkSignal(encodeLinkSignal(travelling))).toEqual(travelling);
      expect(parseRtcSignal(signal)).toEqual(signal);
    }
  });

  it.each([
    [{ type: 'renegotiate', renegotiate: true }],
    [{ type: 'transceiverRequest', transceiverRequest: { kind: 'audio' } }],
    [{ type: 'offer', sdp: 'x'.repeat(SDP_LENGTH + 1) }],
    [{ type: 'candidate', candidate: null }],
  ])('leaves out %j', (emitted) => {
    expect(parseRtcSignal(emitted)).toBeUndefined();
  });

  it('never throws on hostile payloads and data-channel messages', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        parseLinkSignal(text);
        parsePeerMessage(text);
        parsePeerMessage(new TextEncoder().encode(text));
      }),
      { numRuns: 5_000 },
    );
    for (const raw of [null, undefined, 7, {}, 'x'.repeat(20_000)]) {
      expect(parsePeerMessage(raw)).toBeUndefined();
    }
  });

  it('reads its own data-channel messages, as text and as bytes', () => {
    const message = { type: 'share-state', isPaused: true } as const;
    const text = encodePeerMessage(message);
    expect(parsePeerMessage(text)).toEqual(message);
    expect(parsePeerMessage(new TextEncoder().encode(text))).toEqual(message);
  });

  it.each([
    { type: 'clock-ask', id: 1 },
    { type: 'clock-answer', id: 2 ** 31 - 1, atMs: 1_795_280_081_696.25 },
    {
      ...{ type: 'picture-state', choice: 'auto', profile: 'smooth-motion' },
      ...{ reason: 'much-moves', limit: 'slow-link', captureIntervalMs: 16.7 },
    },
    {
      ...{ type: 'picture-state', choice: 'sharp-text', profile: 'sharp-text' },
      ...{ reason: null, limit: null, captureIntervalMs: 33 },
    },
    { type: 'picture-latency', latencyMs: null },
    { type: 'picture-latency', latencyMs: 120_000 },
  ])('P66 to P69: reads %j', (message) => {
    expect(parsePeerMessage(JSON.stringify(message))).toEqual(message);
  });

  it.each([
    '{"type":"clock-ask","id":0}',
    '{"type":"clock-ask","id":1.5}',
    '{"type":"clock-ask","id":2147483648}',
    '{"type":"clock-answer","id":1}',
    '{"type":"clock-answer","id":1,"atMs":1e400}',
    '{"type":"clock-answer","id":1,"atMs":-1}',
    '{"type":"picture-latency","latencyMs":-1}',
    '{"type":"picture-latency","latencyMs":120001}',
    '{"type":"picture-latency"}',
    '{"type":"picture-state","choice":"auto","profile":"auto","reason":null,"limit":null,"captureIntervalMs":33}',
    '{"type":"picture-state","choice":"auto","profile":"sharp-text","reason":"because","limit":null,"captureIntervalMs":33}',
    '{"type":"picture-state","choice":"auto","profile":"sharp-text","reason":null,"limit":null,"captureIntervalMs":0}',
  ])('P66 to P69: ignores %s', (text) => {
    expect(parsePeerMessage(text)).toBeUndefined();
  });
});

describe('a peer that failed', () => {
  it.each([
    ['ERR_ICE_CONNECTION_FAILURE', 'no-path'],
    ['ERR_WEBRTC_SUPPORT', 'unsupported'],
    ['ERR_DATA_CHANNEL', 'channel-failed'],
    ['ERR_SET_REMOTE_DESCRIPTION', 'negotiation-failed'],
    ['ERR_NEVER_HEARD_OF', 'negotiation-failed'],
  ])('%s is told as %s', (code, expected) => {
    const error = Object.assign(new Error('x'), { code });
    expect(peerFailureOf(error)).toEqual({ code: expected, cause: error });
  });
});
