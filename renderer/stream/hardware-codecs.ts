import { CODEC_NAMES } from './codec-order.ts';
import type { CodecName } from './profile.ts';

/** What is asked about: a screen in motion, as large and as quick as most people have it. */
const ASKED = { width: 1_920, height: 1_080, bitrate: 10_000_000, framerate: 60 } as const;

/**
 * The codecs that this computer encodes in hardware, as far as the browser tells (W3C Media
 * Capabilities section 2.2, `powerEfficient`); none where it cannot be asked.
 */
export async function findHardwareCodecs(
  capabilities: Pick<MediaCapabilities, 'encodingInfo'> | undefined,
): Promise<ReadonlySet<CodecName>> {
  const found = await Promise.all(
    CODEC_NAMES.map(async (name) => {
      const video = { contentType: `video/${name}`, ...ASKED };
      const told = await capabilities
        ?.encodingInfo({ type: 'webrtc', video } as MediaEncodingConfiguration)
        .catch(() => undefined);
      return told?.supported && told.smooth && told.powerEfficient ? [name] : [];
    }),
  );
  return new Set(found.flat());
}
