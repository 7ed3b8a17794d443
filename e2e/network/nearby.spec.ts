import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { openStampWindow, type StampWindow } from '../stamp/stamp-window.ts';
import type { DesktopApp } from '../support/desktop-app.ts';
import { repositoryRoot } from '../support/signaling-service.ts';
import { type CabledNetwork, openCabledNetwork } from './lab/cabled-network.ts';
import { openDesktopIn } from './lab/desktop-in.ts';
import type { Namespace } from './lab/namespace.ts';
import { missingForLab } from './missing-for-lab.ts';
import { type NearbyPage, nearbyOn } from './nearby-page.ts';
import { NO_PICTURE } from './route-figures.ts';

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

const test = base.extend<{ canOpenLab: undefined }, { office: Office; people: People }>({
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
      // Opened last, it lies on top of the others.
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

const DESKTOP = { tag: '@desktop', annotation: NO_PICTURE };
const attack = path.join(repositoryRoot, 'e2e/attacks/hostile-knocks.mjs');

test(
  'a share nearby is found, asked for, allowed and seen, with no internet at all',
  DESKTOP,
  async ({ people: { mina, ada, stamp } }) => {
    await expect(ada.list.getByText('Nobody on your network is sharing right now.')).toBeVisible();
    const { code } = await mina.share();
    await expect(mina.page.getByText('find you on their start screen as “Mina”')).toBeVisible();

    await ada.ask('Mina');
    await expect(ada.list.getByText('Waiting for Mina to let you in…')).toBeVisible();
    const request = mina.page.getByRole('region', { name: 'Asking to join' });
    await expect(request.getByText('Ada', { exact: true })).toBeVisible();
    await expect(request.getByText(/^On this network \(10\.1\.1\.3\)/)).toBeVisible();
    await mina.presenter.allow();
    await ada.viewer.expectLivePicture(stamp.id);
    await expect(mina.presenter.watching('Ada')).toBeVisible();
    await expect(request, 'nobody is asked twice').toBeHidden();
    expect(await ada.page.content()).not.toContain(code);
    // The words are the same at both ends: nobody was in between when the code was handed over.
    expect(await ada.viewer.words()).toBe(await mina.presenter.wordsFor('Ada'));

    await mina.presenter.stop();
    await expect(ada.viewer.heading('The share is over')).toBeVisible();
    await ada.home();
    await mina.home();
    await expect(ada.people).toHaveCount(0);
  },
);

test(
  'a knock can be denied, taken back, and made again',
  DESKTOP,
  async ({ people: { mina, ada } }) => {
    await mina.share();
    await ada.ask('Mina');
    await mina.presenter.deny();
    await expect(ada.list.getByText('Mina did not let you in.')).toBeVisible();

    await ada.list.getByRole('button', { name: 'Ask again' }).click();
    await expect(mina.presenter.asking('Ada')).toBeVisible();
    await ada.cancel();
    await expect(mina.presenter.asking('Ada')).toBeHidden();
    await expect(ada.list.getByRole('button', { name: 'Ask to watch' })).toBeVisible();

    await ada.ask('Mina');
    await expect(mina.presenter.asking('Ada')).toBeVisible();
    await mina.presenter.stop();
    await expect(ada.list.getByText('Mina is no longer sharing')).toBeVisible();
    await mina.home();
  },
);

test(
  'while nobody new may ask, nobody nearby is told',
  DESKTOP,
  async ({ people: { mina, ada } }) => {
    await mina.share();
    await expect(ada.person('Mina')).toBeVisible();
    await mina.presenter.setLocked(true);
    await expect(ada.people.filter({ hasText: 'Ask to watch' })).toHaveCount(0);
    await mina.presenter.setLocked(false);
    await expect(ada.people.filter({ hasText: 'Ask to watch' })).toHaveCount(1);
    await mina.presenter.stop();
    await mina.home();
  },
);

test(
  'in two networks a share is one, and is kept to the one that is chosen',
  DESKTOP,
  async ({ office: { presenterMachine, viewerMachine }, people: { mina, ada, stamp } }) => {
    const second = await openCabledNetwork(2);
    try {
      const secondAddress = await second.plug(presenterMachine, 'eth1');
      await second.plug(viewerMachine, 'eth1');
      const { link } = await mina.share();
      expect(link).toMatch(/^http:\/\/10\.1\.1\.2:/);
      const entry = ada.people.filter({ hasText: 'Mina' });
      await expect(entry).toHaveText(/eth0 \(10\.1\.1\.0\/24\), eth1 \(10\.1\.2\.0\/24\)/);
      await expect(entry).toHaveCount(1);

      await mina.network.selectOption('eth1');
      await expect(mina.page.getByTestId('invite-link')).toHaveText(
        new RegExp(`^http://${secondAddress.replaceAll('.', '\\.')}:`),
      );
      await expect(entry).toHaveText(/, on eth1 \(10\.1\.2\.0\/24\)/);
      await ada.ask('Mina');
      await mina.presenter.allow();
      await ada.viewer.expectLivePicture(stamp.id);
      await mina.presenter.stop();
      await ada.home();
      await mina.home();
    } finally {
      await presenterMachine.ip('link del eth1');
      await viewerMachine.ip('link del eth1');
      await second.close();
    }
  },
);

test(
  'hostile knocks disturb neither the presenter nor whoever knocks after them',
  DESKTOP,
  async ({ office: { network }, people: { mina, ada } }) => {
    const { link } = await mina.share();
    const { hostname, port } = new URL(link);
    const eve = await network.addMachine('eve');
    const counts = JSON.parse(await eve.run(process.execPath, [attack, hostname, port]));
    expect(Object.keys(counts), 'not one of them was taken').not.toContain('200');
    expect(counts[429] + (counts.cut ?? 0), 'and most were not even read').toBeGreaterThan(190);
    await expect(mina.page.getByRole('region', { name: 'Asking to join' })).toBeHidden();

    await ada.ask('Mina');
    await expect(mina.presenter.asking('Ada')).toBeVisible();
    await ada.cancel();
    await mina.presenter.stop();
    await mina.home();
  },
);

test(
  'an app that quits is gone from the list at once',
  DESKTOP,
  async ({ office, people: { ada } }) => {
    const machine = await office.network.addMachine('jun');
    const { app, person } = await office.openApp(machine);
    await person.beNamed('Jun');
    await person.share();
    await expect(ada.person('Jun')).toBeVisible();
    await app.close();
    await expect(ada.people).toHaveCount(0);
  },
);
