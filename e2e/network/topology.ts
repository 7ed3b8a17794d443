import { test as base, expect } from '@playwright/test';
import { attachDescriptions } from './attach-descriptions.ts';
import { type AddressPlan, IPV4 } from './lab/addresses.ts';
import type { IceSettings } from './lab/signaling-in.ts';
import type { Routes } from './link-route.ts';
import { type Meeting, openMeeting } from './meeting.ts';
import { missingForLab } from './missing-for-lab.ts';
import { routeAnnotation } from './route-figures.ts';
import { readSettledRoutes } from './settled-routes.ts';
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
  expectPicture: async ({ networks }, use, testInfo) =>
    use(async (meeting, { isDirectPossible }) => {
      const { presenter, viewer } = meeting;
      try {
        await viewer.expectLivePicture(networks.stamp.id);
        const pages = { presenter: presenter.page, viewer: viewer.page };
        const { routes, isRelayed } = await readSettledRoutes(pages, isDirectPossible);
        const figures = { isDirectPossible, isRelayed, routes };
        testInfo.annotations.push(routeAnnotation(figures));
        if (isDirectPossible) {
          expect(figures, 'no relay where a direct way exists').toMatchObject({ isRelayed: false });
        }
        return routes;
      } catch (error) {
        await attachDescriptions(meeting, networks, testInfo);
        throw error;
      }
    }),
});

export { expect };
