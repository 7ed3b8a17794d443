import path from 'node:path';
import { repositoryRoot } from '../support/signaling-service.ts';
import { openCabledNetwork } from './lab/cabled-network.ts';
import { expect, test } from './office.ts';
import { NO_PICTURE } from './route-figures.ts';

const DESKTOP = { tag: '@desktop', annotation: NO_PICTURE };
const attack = path.join(repositoryRoot, 'e2e/attacks/hostile-knocks.mjs');

test(
  'a share nearby is found, asked for, allowed and seen, with no internet at all',
  DESKTOP,
  async ({ people: { mina, ada, stamp } }) => {
    await expect(ada.list.getByText('Nobody on your network is sharing right now.')).toBeVisible();
    const { code } = await mina.share(stamp.title);
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
      const { link } = await mina.share(stamp.title);
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
  'behind a firewall both are told: one that it is so, the other what to open',
  DESKTOP,
  async ({ office: { presenterMachine }, people: { mina, ada } }) => {
    const { link } = await mina.share();
    const { port } = new URL(link);
    await expect(ada.person('Mina')).toBeVisible();
    const dropped = `type filter hook input priority 0\ntcp dport ${port} drop`;
    await presenterMachine.nft(`table inet closed {\nchain input {\n${dropped}\n}\n}\n`);
    try {
      await ada.ask('Mina');
      await expect(ada.list.getByText('was found, but it lets nobody in')).toBeVisible();
      const hint = mina.page.getByRole('group').filter({ hasText: 'Can nobody reach you?' });
      await hint.getByText('Can nobody reach you?').click();
      await expect(hint.getByText(port, { exact: true })).toBeVisible();
      await expect(hint.getByText('5353', { exact: true })).toBeVisible();
      await expect(hint.locator('code').first()).toHaveText(/\/node$|\/electron$/);
    } finally {
      await presenterMachine.nft('delete table inet closed\n');
    }
    await ada.list.getByRole('button', { name: 'Ask again' }).click();
    await expect(mina.presenter.asking('Ada')).toBeVisible();
    await mina.presenter.stop();
    await mina.home();
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
