import { expect, test } from '../support/journey.ts';

test('a viewer who waits gets in although the server was killed and started again', async ({
  service,
  stamp,
  presenter,
  openViewer,
}) => {
  const { code } = await presenter.share();
  const viewer = await openViewer();
  await viewer.join(service.origin, code, 'Ada');
  await expect(presenter.asking('Ada')).toBeVisible();

  await service.kill();
  await expect(presenter.reconnectingNotice).toBeVisible();
  await service.restart();
  await expect(presenter.reconnectingNotice).toBeHidden();
  // The server remembers nothing; the viewer asks again by itself.
  await expect(presenter.asking('Ada')).toBeVisible();
  await presenter.allow();
  await viewer.expectLivePicture(stamp.id);
});

test('a running picture goes on without the server, and nobody is asked twice', async ({
  service,
  stamp,
  presenter,
  openViewer,
}) => {
  const { code } = await presenter.share();
  const viewer = await openViewer();
  await viewer.join(service.origin, code, 'Ada');
  await presenter.allow();
  await viewer.expectLivePicture(stamp.id);

  await service.kill();
  await expect(presenter.reconnectingNotice).toBeVisible();
  await viewer.expectLivePicture(stamp.id);
  await service.restart();
  await expect(presenter.reconnectingNotice).toBeHidden();
  await viewer.expectLivePicture(stamp.id);
  await expect(presenter.watching('Ada')).toBeVisible();

  // The room lives on under the same code.
  const other = await openViewer();
  await other.join(service.origin, code, 'Bo');
  await expect(presenter.asking('Bo')).toBeVisible();
  await presenter.allow();
  await other.expectLivePicture(stamp.id);
});

test('a server that cannot be reached is named as the reason', async ({ service, openViewer }) => {
  const viewer = await openViewer();
  await viewer.page.goto(service.origin);
  await service.kill();
  await viewer.joinFromHome('ZZZZZ-ZZZZZ', 'Ada');
  await expect(viewer.heading('The server cannot be reached')).toBeVisible({ timeout: 30_000 });
});
