import type { Page } from '@playwright/test';

/**
 * Frames, and bytes of media, that any WebRTC connection of this viewer's page has received. Packets
 * sent a second time do not count: to measure a link, WebRTC pads with what it has sent before.
 */
export function newPictureReceived(page: Page): Promise<{ frames: number; bytes: number }> {
  return page.evaluate(async () => {
    const { rtcConnections } = globalThis as unknown as { rtcConnections?: RTCPeerConnection[] };
    const received = { frames: 0, bytes: 0 };
    for (const connection of rtcConnections ?? []) {
      for (const report of (await connection.getStats()).values()) {
        if (report.type !== 'inbound-rtp') continue;
        received.frames += report.framesReceived ?? 0;
        received.bytes += report.bytesReceived - (report.retransmittedBytesReceived ?? 0);
      }
    }
    return received;
  });
}
