import { expect } from '@playwright/test';
import { readCount } from '../stamp/read-stamps.ts';
import type { ViewerPage } from '../support/viewer-page.ts';

/** What was painted this many stamps later, three seconds, was not underway before. */
const STAMPS_UNDERWAY = 30;

/**
 * Expects a picture that was painted well after now: frames that were underway when something broke
 * are no proof that it works again.
 */
export async function expectNewPicture(viewer: ViewerPage, stampId: number): Promise<void> {
  const read = () => readCount(viewer.video, stampId);
  const seen = await read().catch(() => 0);
  await expect.poll(read).toBeGreaterThan(seen + STAMPS_UNDERWAY);
  await viewer.expectLivePicture(stampId);
}
