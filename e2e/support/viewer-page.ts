import { expect, type Page } from '@playwright/test';
import { readCount, readStamps } from '../stamp/read-stamps.ts';

/** What a viewer does and sees on the page, by the names a screen reader would read. */
export function viewerOn(page: Page) {
  const video = page.getByLabel('Shared screen', { exact: true });
  return {
    page,
    video,
    async join(origin: string, codeOrLink: string, name: string) {
      await page.goto(origin);
      await this.joinFromHome(codeOrLink, name);
    },
    async joinFromHome(codeOrLink: string, name: string) {
      await page.getByLabel('Code or link', { exact: true }).fill(codeOrLink);
      await page.getByLabel('Your name', { exact: true }).fill(name);
      await page.getByRole('button', { name: 'Join', exact: true }).click();
    },
    /** Comes by the invite's link, or types its code on the home screen. */
    async arrive(way: 'link' | 'code', origin: string, code: string, name: string) {
      if (way === 'code') return this.join(origin, code, name);
      await page.addInitScript((text) => localStorage.setItem('sightline.name', text), name);
      await page.goto(`${origin}/j#${code.replace('-', '')}`);
    },
    wordsShown: page.getByTestId('comparison-words'),
    /** The words this viewer would read to the presenter. */
    async words() {
      await page.getByRole('button', { name: 'Compare words', exact: true }).click();
      await expect(this.wordsShown).toHaveText(/\S+( \S+){3}/);
      return (await this.wordsShown.textContent()) ?? '';
    },
    leave: () => page.getByRole('button', { name: 'Leave', exact: true }).click(),
    pausedNotice: page.getByRole('heading', { name: 'Paused', exact: true }),
    sourceGoneNotice: page.getByRole('heading', { name: 'One moment…', exact: true }),
    /** WebRTC connections this page has ever opened. */
    connectionCount: () =>
      page.evaluate(
        () =>
          (globalThis as unknown as { rtcConnections?: RTCPeerConnection[] }).rtcConnections
            ?.length ?? 0,
      ),
    stamps: () => readStamps(video),
    /** Waits until stamp `id` is seen, and then seen to go on counting. */
    async expectLivePicture(id: number) {
      await expect(video).toBeVisible();
      let first = 0;
      await expect
        .poll(async () => {
          first = await readCount(video, id);
          return first;
        })
        .toBeGreaterThan(0);
      await expect.poll(() => readCount(video, id)).toBeGreaterThan(first);
    },
    /** Frames this page has received so far, as its video element counts them. */
    receivedFrames: () =>
      video.evaluate(
        (element) => (element as HTMLVideoElement).getVideoPlaybackQuality().totalVideoFrames,
      ),
    /** Bytes of media that any WebRTC connection of this page has received. */
    receivedMediaBytes: () =>
      page.evaluate(async () => {
        const connections = (globalThis as unknown as { rtcConnections?: RTCPeerConnection[] })
          .rtcConnections;
        let bytes = 0;
        for (const connection of connections ?? []) {
          for (const report of (await connection.getStats()).values()) {
            if (report.type === 'inbound-rtp') bytes += report.bytesReceived;
          }
        }
        return bytes;
      }),
    /** What the picture arrives in, as any WebRTC connection of this page counts it. */
    receivedCodec: () =>
      page.evaluate(async () => {
        const connections = (globalThis as unknown as { rtcConnections?: RTCPeerConnection[] })
          .rtcConnections;
        for (const connection of connections ?? []) {
          const reports = await connection.getStats();
          for (const report of reports.values()) {
            if (report.type !== 'inbound-rtp' || report.kind !== 'video') continue;
            if (report.codecId === undefined) continue;
            return String(reports.get(report.codecId)?.mimeType).replace('video/', '');
          }
        }
        return 'none';
      }),
    /** Pixels of the picture as it arrives. */
    pictureSize: () =>
      video.evaluate((element) => {
        const { videoWidth, videoHeight } = element as HTMLVideoElement;
        return { width: videoWidth, height: videoHeight };
      }),
    heading: (text: string | RegExp) => page.getByRole('heading', { name: text }),
  };
}
export type ViewerPage = ReturnType<typeof viewerOn>;
