import { test as base, expect } from '@playwright/test';
import { describeLinks } from './describe-links.ts';
import { describeNetworks } from './describe-networks.ts';
import { type AddressPlan, IPV4 } from './lab/addresses.ts';
import type { IceSettings } from './lab/signaling-in.ts';
import { isRelayed, type LinkRoute, type Routes, readLinkRoute } from './link-route.ts';
import { type Meeting, openMeeting } from './meeting.ts';
import { missingForLab } from './missing-for-lab.ts';
import { routeAnnotation } from './route-figures.ts';
import { openTwoNetworks, type TwoNetworks } from './two-networks.ts';

type OfWorker = {
  /** Which kind of addresses the lab has. */
  plan: AddressPlan;
  networks: TwoNetworks;
};
type OfJourney = {
  /** Skips what this machine cannot run, before anything of it is opened. */
  canOpenLab: undefined;
  /** STUN only, as where nobody runs a relay. */
  stunOnly: IceSettings;
  /** STUN, and TURN by UDP, TCP and TLS. */
  stunAndTurn: IceSettings;
  /** Opens one share that one person joins. */
  meet: (options: Parameters<typeof openMeeting>[1]) => Promise<Meeting>;
  /** Expects a live picture, and tells over which route it comes, for the figures too. */
  expectPicture: (meeting: Meeting, options: { isDirectPossible: boolean }) => Promise<Routes>;
};

export const test = base.extend<OfJourney, OfWorker>({
  plan: [IPV4, { scope: 'worker', option: true }],
  networks: [
    async ({ plan }, use, { parallelIndex }) => {
      const networks = await openTwoNetworks(plan, parallelIndex);
      await use(networks);
      await networks.close();
    },
    { scope: 'worker' },
  ],
  canOpenLab: [
    async ({ plan }, use, testInfo) => {
      const missing = missingForLab();
      const reason = `a network lab with IPv${plan.family} needs: ${missing.join(', ')}`;
      testInfo.skip(missing.length > 0, reason);
      await use(undefined);
    },
    { auto: true },
  ],
  stunOnly: async ({ networks: { lab } }, use) =>
    use({ stunUrls: lab.coturn.stunUrls, turnUrls: [] }),
  stunAndTurn: async ({ networks: { lab } }, use) => {
    const { stunUrls, turnUrls, secret } = lab.coturn;
    await use({ stunUrls, turnUrls, turnSecret: secret });
  },
  meet: async ({ networks }, use) => {
    const meetings: Meeting[] = [];
    await use(async (options) => {
      const meeting = await openMeeting(networks, options);
      meetings.push(meeting);
      return meeting;
    });
    for (const meeting of meetings) await meeting.close();
    await networks.reset();
  },
  expectPicture: async ({ networks: { stamp, presenterSide, viewerSide } }, use, testInfo) =>
    use(async ({ presenter, viewer }, { isDirectPossible }) => {
      try {
        await viewer.expectLivePicture(stamp.id);
      } catch (error) {
        for (const [who, { page }, side] of [
          ['presenter', presenter, presenterSide],
          ['viewer', viewer, viewerSide],
        ] as const) {
          await testInfo.attach(`links of the ${who}`, { body: await describeLinks(page) });
          await testInfo.attach(`network of the ${who}`, { body: await describeNetworks(side) });
        }
        throw error;
      }
      const routes = {
        presenter: await routeOf(presenter.page),
        viewer: await routeOf(viewer.page),
      };
      const figures = { isDirectPossible, isRelayed: isRelayed(routes), routes };
      testInfo.annotations.push(routeAnnotation(figures));
      if (isDirectPossible) {
        expect(figures, 'no relay where a direct way exists').toMatchObject({ isRelayed: false });
      }
      return routes;
    }),
});

async function routeOf(page: Parameters<typeof readLinkRoute>[0]): Promise<LinkRoute> {
  let route: LinkRoute | null = null;
  await expect
    .poll(async () => {
      route = await readLinkRoute(page);
      return route;
    })
    .not.toBeNull();
  return route as unknown as LinkRoute;
}

export { expect };
