import type { CodecName } from './profile.ts';

export const CODEC_NAMES: readonly CodecName[] = ['VP8', 'VP9', 'AV1', 'H264'];

/** The codec a MIME type such as `video/VP8` names, if it is one that encodes pictures. */
export const codecOf = (mimeType: string): CodecName | undefined =>
  CODEC_NAMES.find((name) => mimeType.toLowerCase() === `video/${name.toLowerCase()}`);

/**
 * Every codec stays on offer, so that the other side always finds one it has; the preferred ones
 * come first, retransmission and the like last (RFC 8829 section 4.2.6).
 */
export function inCodecOrder<Codec extends { readonly mimeType: string }>(
  codecs: readonly Codec[],
  order: readonly CodecName[],
): Codec[] {
  const rank = ({ mimeType }: Codec): number => {
    const name = codecOf(mimeType);
    if (name === undefined) return order.length + 1;
    const place = order.indexOf(name);
    return place < 0 ? order.length : place;
  };
  return [...codecs].sort((a, b) => rank(a) - rank(b));
}
