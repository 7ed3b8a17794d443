import { crashAndReopen } from '../support/crashed-page.ts';
import { test as base, expect } from '../support/journey.ts';
import type { ViewerPage } from '../support/viewer-page.ts';

const test = base.extend<{ watching: ViewerPage }>({
  /** A viewer who has been let in and sees the picture. */
  watching: async ({ service, stamp, presenter, openViewer }, use) => {
    const { code } = await presenter.share();
    const viewer = await openViewer();
    await viewer.join(service.origin, code, 'Ada');
    await presenter.allow();
    await viewer.expectLivePicture(stamp.id);
    await use(viewer);
  },
});

test('a viewer whose page is loaded anew watches on without a second question', async ({
  service,
  stamp,
  presenter,
  watching,
}) => {
  await watching.page.reload();
  await watching.expectLivePicture(stamp.id);
  await expect(presenter.watching('Ada')).toHaveCount(1);
  await expect(presenter.asking('Ada')).toHaveCount(0);
  expect(watching.page.url()).toBe(`${service.origin}/`);
});

test('a viewer whose tab crashed watches on when it is opened again', async ({
  presenter,
  watching,
}) => {
  const reopened = await crashAndReopen(watching.page);
  await expect.poll(reopened.framesShown).toBeGreaterThan(0);
  const framesBefore = await reopened.framesShown();
  await expect.poll(reopened.framesShown).toBeGreaterThan(framesBefore);
  await expect(presenter.watching('Ada')).toHaveCount(1);
  await expect(presenter.asking('Ada')).toHaveCount(0);
});

test('a viewer who was removed has nothing to come back to', async ({ presenter, watching }) => {
  await presenter.remove('Ada');
  await expect(watching.video).toBeHidden();
  await watching.page.reload();
  await expect(watching.page.getByLabel('Code or link', { exact: true })).toBeVisible();
  await expect(presenter.asking('Ada')).toHaveCount(0);
});
