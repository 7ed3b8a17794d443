import { describe, expect, it } from 'vitest';
import { findHardwareCodecs } from './hardware-codecs.ts';

const told = (supported: boolean, powerEfficient: boolean) =>
  ({ supported, smooth: true, powerEfficient }) as MediaCapabilitiesEncodingInfo;

describe('codecs in hardware', () => {
  it('are those the browser calls efficient', async () => {
    const found = await findHardwareCodecs({
      encodingInfo: async ({ video }) => {
        if (video?.contentType === 'video/VP9') throw new TypeError('never heard of it');
        return told(video?.contentType !== 'video/AV1', video?.contentType !== 'video/VP8');
      },
    });
    expect([...found]).toEqual(['H264']);
  });

  it('are none where nobody can be asked', async () => {
    expect([...(await findHardwareCodecs(undefined))]).toEqual([]);
  });
});
