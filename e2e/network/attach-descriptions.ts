import type { TestInfo } from '@playwright/test';
import { describeLinks } from './describe-links.ts';
import { describeNetworks } from './describe-networks.ts';
import type { Meeting } from './meeting.ts';
import type { TwoNetworks } from './two-networks.ts';

/** Attaches to a failed test what both sides' browsers, machines and routers know. */
export async function attachDescriptions(
  { presenter, viewer }: Meeting,
  { presenterSide, viewerSide }: TwoNetworks,
  testInfo: TestInfo,
): Promise<void> {
  for (const [who, { page }, side] of [
    ['presenter', presenter, presenterSide],
    ['viewer', viewer, viewerSide],
  ] as const) {
    await testInfo.attach(`links of the ${who}`, { body: await describeLinks(page) });
    await testInfo.attach(`network of the ${who}`, { body: await describeNetworks(side) });
  }
}
