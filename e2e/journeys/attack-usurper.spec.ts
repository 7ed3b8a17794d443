import { usurpRoom } from '../attacks/usurper.ts';
import { expect, test } from '../support/journey.ts';

test('somebody with the code cannot open the presenter’s room', async ({ service, presenter }) => {
  const { code } = await presenter.share();
  const usurper = await usurpRoom(service.origin, code, false);
  expect(usurper.answers).toMatchObject([{ type: 'refused', code: 'room-taken' }]);
  usurper.close();
});

test('nor take its place while the server has lost its memory', async ({
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
  await service.restart();
  const usurper = await usurpRoom(service.origin, code, true);
  expect(usurper.answers[0]).toMatchObject({ type: 'room-opened' });
  await expect(presenter.contestedNotice).toBeVisible();
  await expect(presenter.watching('Ada')).toBeVisible();
  await viewer.expectLivePicture(stamp.id);
  const joins = usurper.answers.filter(({ type }) => type === 'join-request');
  expect(joins, 'whoever has met the presenter asks nobody else').toEqual([]);

  const stranger = await openViewer();
  await stranger.join(service.origin, code, 'Bo');
  await expect(stranger.heading('Nobody is sharing with this code')).toBeVisible();
  usurper.close();
});
