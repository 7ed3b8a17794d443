import * as attacks from '../attacks/attacks.ts';
import { type Attack, obey } from '../attacks/malicious-server.ts';
import { expect, test } from '../support/journey.ts';

const ways = ['link', 'code'] as const;

for (const way of ways) {
  const harmless: [string, Attack][] = [
    ['replays and reflects every signal', attacks.replaySignals],
    ['loses and reorders signals', attacks.loseAndReorder(7)],
    ['slips in candidates and offers of its own', attacks.injectSignals],
  ];
  for (const [what, attack] of harmless) {
    test(`a server that ${what} changes nothing, by ${way}`, async ({
      meddle,
      stamp,
      openPresenter,
      openViewer,
    }) => {
      test.setTimeout(120_000);
      const { origin } = await meddle(attack);
      const presenter = await openPresenter(origin);
      const { code } = await presenter.share();
      const viewer = await openViewer();
      await viewer.arrive(way, origin, code, 'Ada');
      await presenter.allow();
      // What is lost is said again, so it may take a while, but it comes.
      await expect(viewer.video).toBeVisible({ timeout: 60_000 });
      await viewer.expectLivePicture(stamp.id);
    });
  }

  const detected: [string, Attack][] = [
    ['puts its own fingerprint into every offer', attacks.swapFingerprints],
    ['changes every signal on the way', attacks.flipCharacters],
  ];
  for (const [what, attack] of detected) {
    test(`a server that ${what} is found out, and no frame is sent, by ${way}`, async ({
      meddle,
      openPresenter,
      openViewer,
    }) => {
      const { origin } = await meddle(attack);
      const presenter = await openPresenter(origin);
      const { code } = await presenter.share();
      const viewer = await openViewer();
      await viewer.arrive(way, origin, code, 'Ada');
      await presenter.allow();
      const ending = viewer.heading('Messages were changed on the way');
      await expect(ending).toBeVisible({ timeout: 40_000 });
      await expect(viewer.video).toHaveCount(0);
      expect(await viewer.receivedMediaBytes()).toBe(0);
    });
  }

  test(`a server that plays the presenter shows the viewer nothing, by ${way}`, async ({
    meddle,
    openPresenter,
    openViewer,
  }) => {
    const { origin } = await meddle(attacks.impersonatePresenter);
    const presenter = await openPresenter(origin);
    const { code } = await presenter.share();
    const viewer = await openViewer();
    await viewer.arrive(way, origin, code, 'Ada');
    await expect(viewer.heading('Messages were changed on the way')).toBeVisible();
    await expect(viewer.video).toHaveCount(0);
  });

  test(`a server that reads along learns neither code nor name nor address, by ${way}`, async ({
    meddle,
    stamp,
    openPresenter,
    openViewer,
  }) => {
    const server = await meddle(obey);
    const presenter = await openPresenter(server.origin);
    const { code } = await presenter.share();
    const viewer = await openViewer();
    await viewer.arrive(way, server.origin, code, 'Ada Lovelace');
    await presenter.allow();
    await viewer.expectLivePicture(stamp.id);

    const everything = server.seen.join('\n');
    expect(everything).toContain('sealed1.');
    const bare = code.replace('-', '');
    for (const secret of [
      code,
      bare,
      bare.toLowerCase(),
      'Lovelace',
      'fingerprint',
      'candidate:',
    ]) {
      expect(everything, secret).not.toContain(secret);
    }
    for (const { page } of [presenter, viewer]) {
      expect(page.url()).not.toContain(bare);
      expect(await page.title()).not.toContain(bare);
      expect(await page.evaluate(() => document.referrer)).toBe('');
    }
    await viewer.page.goBack().catch(() => null);
    expect(viewer.page.url(), 'nor is it left in the history').not.toContain(bare);
  });
}

test('a server that invents viewers asks the presenter in vain', async ({
  meddle,
  stamp,
  openPresenter,
  openViewer,
}) => {
  const { origin } = await meddle(attacks.inventViewers);
  const presenter = await openPresenter(origin);
  const { code } = await presenter.share();
  await expect(presenter.tamperedNotice).toBeVisible();
  await expect(presenter.asking('Your boss')).toHaveCount(0);
  const viewer = await openViewer();
  await viewer.join(origin, code, 'Ada');
  await presenter.allow();
  await viewer.expectLivePicture(stamp.id);
});

test('a server that lets everybody in itself gives them nothing to see', async ({
  meddle,
  openPresenter,
  openViewer,
}) => {
  const { origin } = await meddle(attacks.approveEverybody);
  const presenter = await openPresenter(origin);
  const { code } = await presenter.share();
  const viewer = await openViewer();
  await viewer.join(origin, code, 'Ada');
  await expect(viewer.heading('You are in')).toBeVisible();
  await expect(presenter.asking('Ada')).toBeVisible();
  expect(await viewer.receivedMediaBytes()).toBe(0);
  await expect(viewer.video).toHaveCount(0);
});
