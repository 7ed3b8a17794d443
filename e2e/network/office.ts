import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { openStampWindow, type StampWindow } from '../stamp/stamp-window.ts';
import type { DesktopApp } from '../support/desktop-app.ts';
import { type CabledNetwork, openCabledNetwork } from './lab/cabled-network.ts';
import { openDesktopIn } from './lab/desktop-in.ts';
import type { Namespace } from './lab/namespace.ts';
import { missingForLab } from './missing-for-lab.ts';
import { type NearbyPage, nearbyOn } from './nearby-page.ts';

/** Two people's apps in an office that has lost its line: no internet, and no server anywhere. */
type Office = {
  readonly network: CabledNetwork;
  readonly presenterMachine: Namespace;
  readonly viewerMachine: Namespace;
  openApp(machine: Namespace): Promise<{ app: DesktopApp; person: NearbyPage }>;
};
type People = {
  readonly mina: NearbyPage;
  readonly ada: NearbyPage;
  readonly stamp: StampWindow;
};

/** One office for all journeys of a file; each leaves both people at their start screens. */
export const test = base.extend<{ canOpenLab: undefined }, { office: Office; people: People }>({
  office: [
    async ({ browserName: _ }, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), `sightline-${process.pid}-nearby-`));
      const network = await openCabledNetwork(1);
      const apps: DesktopApp[] = [];
      await use({
        network,
        presenterMachine: await network.addMachine('mina'),
        viewerMachine: await network.addMachine('ada'),
        async openApp(machine) {
          const app = await openDesktopIn(machine, folder);
          apps.push(app);
          return { app, person: nearbyOn(app.page) };
        },
      });
      for (const app of apps) await app.close().catch(() => {});
      await network.close();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  people: [
    async ({ office }, use) => {
      const mina = (await office.openApp(office.presenterMachine)).person;
      const ada = (await office.openApp(office.viewerMachine)).person;
      await mina.beNamed('Mina');
      await ada.beNamed('Ada');
      const stamp = await openStampWindow(31, { x: 800, y: 0 });
      await use({ mina, ada, stamp });
      await stamp.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  canOpenLab: [
    async ({ browserName: _ }, use, testInfo) => {
      const missing = missingForLab();
      testInfo.skip(missing.length > 0, `a network lab needs: ${missing.join(', ')}`);
      await use(undefined);
    },
    { auto: true },
  ],
});

export { expect };
