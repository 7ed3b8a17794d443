import { crashAndReopen } from '../support/crashed-page.ts';
import { expect, test } from '../support/journey.ts';

test.describe('a viewer whose page', () => {
  test.beforeEach(async ({ service, stamp, presenter }) => {
    expect([service.origin, stamp.id]).toBeDefined();
    await presenter.share();
  });

  test('is loaded anew watches on without a second question', async ({
    service,
    stamp,
    presenter,
    openViewer,
  }) => {
    const { code } = await presenter.invite();
    const viewer = await openViewer();
    await viewer.join(service.origin, code, 'Ada');
    await presenter.allow();
    await viewer.expectLivePicture(stamp.id);
    await viewer.page.reload();
    await viewer.expectLivePicture(stamp.id);
    await expect(presenter.watching('Ada')).toHaveCount(1);
    await expect(presenter.asking('Ada')).toHaveCount(0);
    expect(viewer.page.url()).toBe(`${service.origin}/`);
  });

  test('crashes and is opened again watches on without a second question', async ({
    service,
    stamp,
    presenter,
    openViewer,
  }) => {
    const { code } = await presenter.invite();
    const viewer = await openViewer();
    await viewer.join(service.origin, code, 'Ada');
    await presenter.allow();
    await viewer.expectLivePicture(stamp.id);
    const reopened = await crashAndReopen(viewer.page);
    await expect.poll(reopened.framesShown).toBeGreaterThan(0);
    const framesBefore = await reopened.framesShown();
    await expect.poll(reopened.framesShown).toBeGreaterThan(framesBefore);
    await expect(presenter.watching('Ada')).toHaveCount(1);
    await expect(presenter.asking('Ada')).toHaveCount(0);
  });

  test('is loaded anew after it was removed has nothing to come back to', async ({
    service,
    stamp,
    presenter,
    openViewer,
  }) => {
    const { code } = await presenter.invite();
    const viewer = await openViewer();
    await viewer.join(service.origin, code, 'Ada');
    await presenter.allow();
    await viewer.expectLivePicture(stamp.id);
    await presenter.remove('Ada');
    await expect(viewer.video).toBeHidden();
    await viewer.page.reload();
    await expect(viewer.page.getByLabel('Code or link', { exact: true })).toBeVisible();
    await expect(presenter.asking('Ada')).toHaveCount(0);
  });
});
