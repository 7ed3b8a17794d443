import { describe, expect, it } from 'vitest';
import { tuneAnswer } from './tune-answer.ts';

const sdp = [
  'v=0',
  'm=video 9 UDP/TLS/RTP/SAVPF 96 97 45',
  'a=rtpmap:96 VP8/90000',
  'a=rtpmap:97 rtx/90000',
  'a=fmtp:97 apt=96',
  'a=rtpmap:45 AV1/90000',
  'a=fmtp:45 level-idx=5;profile=0',
  'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
  '',
].join('\r\n');
const bounds = { startBps: 2_500_000, maxBps: 200_000_000 };

describe('bitrate bounds in an answer', () => {
  it('go to every codec that carries a picture, and nowhere else', () => {
    const added = 'x-google-start-bitrate=2500;x-google-max-bitrate=200000';
    expect(tuneAnswer(sdp, bounds).split('\r\n')).toEqual([
      'v=0',
      'm=video 9 UDP/TLS/RTP/SAVPF 96 97 45',
      'a=rtpmap:96 VP8/90000',
      `a=fmtp:96 ${added}`,
      'a=rtpmap:97 rtx/90000',
      'a=fmtp:97 apt=96',
      'a=rtpmap:45 AV1/90000',
      `a=fmtp:45 level-idx=5;profile=0;${added}`,
      'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
      '',
    ]);
  });

  it('leave what is no description alone', () => {
    expect(tuneAnswer('', bounds)).toBe('');
    expect(tuneAnswer('a=fmtp:\r\na=rtpmap:x\r\n', bounds)).toBe('a=fmtp:\r\na=rtpmap:x\r\n');
  });
});
