import type { Page } from '@playwright/test';
import type { Meeting } from '../network/meeting.ts';
import { expectNewPicture } from '../network/new-picture.ts';
import { test as base, expect } from '../network/topology.ts';
import { readCount } from '../stamp/read-stamps.ts';
import { startFrameClock } from './frame-clock.ts';

/** A share between two networks whose picture is live, before anything goes wrong. */
export type RunningShare = Meeting & {
  /**
   * Waits for the picture to be live, and expects that this took nobody's doing: the same room, and
   * the viewer was not asked about again.
   */
  expectUnharmed(): Promise<void>;
  /** The part of it that the presenter sees. */
  expectSameRoom(): Promise<void>;
  /** Expects the picture to go on while something that must not touch it lasts. */
  expectPictureThroughout(durationMs: number): Promise<void>;
};

type OfFault = {
  /** Opens a share between the two networks: direct, or by the relay where NATs allow no other. */
  share: (options: { by: 'direct' | 'relay'; turnLifetimeMs?: number }) => Promise<RunningShare>;
};

/** A picture that does not count on for this long has stopped, on the slowest machine too. */
const STANDSTILL_MS = 5_000;

export const test = base.extend<OfFault>({
  share: async ({ networks, stunAndTurn, meet, expectPicture }, use, testInfo) => {
    await use(async ({ by, turnLifetimeMs }) => {
      const { presenterSide, viewerSide, stamp } = networks;
      if (by === 'relay') {
        for (const { network } of [presenterSide, viewerSide]) {
          await network.setRouter({ nat: 'symmetric' });
        }
      }
      const lifetime = turnLifetimeMs === undefined ? {} : { turnLifetimeMs };
      const meeting = await meet({ ice: { ...stunAndTurn, ...lifetime } });
      await expectPicture(meeting, { isDirectPossible: by === 'direct' });
      const { presenter, viewer, code } = meeting;
      await rememberRequests(presenter.page);
      const clock = await startFrameClock(viewer.page);
      const expectSameRoom = async () => {
        await expect(presenter.watching('Ada')).toHaveCount(1);
        expect((await presenter.invite()).code, 'the same room').toBe(code);
        expect(await wasAskedAgain(presenter.page), 'a second approval').toBe(false);
      };
      return {
        ...meeting,
        async expectUnharmed() {
          await expectNewPicture(viewer, stamp.id);
          const gapMs = await clock.longestGapMs();
          if (gapMs !== null) testInfo.annotations.push({ type: 'gap', description: `${gapMs}` });
          await expectSameRoom();
        },
        expectSameRoom,
        async expectPictureThroughout(durationMs) {
          const end = Date.now() + durationMs;
          let last = await readCount(viewer.video, stamp.id);
          while (Date.now() < end) {
            const before = last;
            const readLast = async () => {
              last = await readCount(viewer.video, stamp.id);
              return last;
            };
            await expect.poll(readLast, { timeout: STANDSTILL_MS }).toBeGreaterThan(before);
          }
        },
      };
    });
  },
});

/** Notes whether the presenter is ever asked about somebody from now on. */
async function rememberRequests(page: Page): Promise<void> {
  await page.evaluate(() => {
    const look = () => {
      const buttons = [...document.querySelectorAll('button')];
      if (buttons.some(({ textContent }) => textContent?.trim() === 'Allow')) {
        Object.assign(globalThis, { wasAskedAgain: true });
      }
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  });
}

const wasAskedAgain = (page: Page): Promise<boolean> =>
  page.evaluate(() => 'wasAskedAgain' in globalThis);

/** The fault itself lasts this long; nothing is waited for. */
export const lasting = (durationMs: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, durationMs));

export { expect };
