import { codecOf } from '../stream/codec-order.ts';

/** What congestion control may start with and go up to, in bit/s. */
export type BitrateBounds = { readonly startBps: number; readonly maxBps: number };

/**
 * Puts bitrate bounds into the viewer's answer, on the presenter's side only: Chromium reads them
 * from the format parameters of the codecs it sends (RFC 8866 section 6.15); others ignore them.
 */
export function tuneAnswer(sdp: string, { startBps, maxBps }: BitrateBounds): string {
  const bounds =
    `x-google-start-bitrate=${kilobits(startBps)};` + `x-google-max-bitrate=${kilobits(maxBps)}`;
  const lines = sdp.split(/(?<=\n)/);
  const withParameters = new Set(lines.flatMap((line) => /^a=fmtp:(\d+) /.exec(line)?.[1] ?? []));
  const pictureTypes = new Set(
    lines.flatMap((line) => {
      const [, type, name] = /^a=rtpmap:(\d+) ([^/\r\n]+)\//.exec(line) ?? [];
      return type !== undefined && name !== undefined && codecOf(`video/${name}`) ? type : [];
    }),
  );
  return lines
    .map((line) => {
      const parameters = /^a=fmtp:(\d+) ([^\r\n]*)/.exec(line);
      const type = parameters?.[1] ?? /^a=rtpmap:(\d+) /.exec(line)?.[1];
      if (type === undefined || !pictureTypes.has(type)) return line;
      const end = /\r?\n$/.exec(line)?.[0] ?? '';
      if (parameters) return `${line.slice(0, line.length - end.length)};${bounds}${end}`;
      return withParameters.has(type) ? line : `${line}a=fmtp:${type} ${bounds}${end}`;
    })
    .join('');
}

const kilobits = (bps: number): number => Math.round(bps / 1_000);
