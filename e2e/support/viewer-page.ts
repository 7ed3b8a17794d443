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
    leave: () => page.getByRole('button', { name: 'Leave', exact: true }).click(),
    pausedNotice: page.getByRole('heading', { name: 'Paused', exact: true }),
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
