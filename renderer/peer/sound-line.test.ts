import { describe, expect, it } from 'vitest';
import { askForStereo } from './sound-line.ts';

const answer = [
  'v=0',
  'm=video 9 UDP/TLS/RTP/SAVPF 96',
  'a=rtpmap:96 VP8/90000',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'a=rtpmap:111 opus/48000/2',
  'a=fmtp:111 minptime=10;useinbandfec=1',
  '',
].join('\r\n');

describe('the answer about sound', () => {
  it('asks for stereo, once, and changes nothing else', () => {
    const asked = askForStereo(answer);
    expect(asked).toBe(answer.replace('useinbandfec=1', 'useinbandfec=1;stereo=1'));
    expect(askForStereo(asked)).toBe(asked);
  });

  it('stays as it is where there is no sound', () => {
    const silent = answer.slice(0, answer.indexOf('m=audio'));
    expect(askForStereo(silent)).toBe(silent);
  });
});
