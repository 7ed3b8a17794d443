import type { Page } from '@playwright/test';
import { presenterOn } from '../support/presenter-page.ts';
import { viewerOn } from '../support/viewer-page.ts';

/** What a person does and sees of the local network, by the names a screen reader would read. */
export function nearbyOn(page: Page) {
  const list = page.getByRole('region', { name: 'Nearby', exact: true });
  const personNamed = (name: string) => list.getByRole('listitem').filter({ hasText: name });
  return {
    page,
    presenter: presenterOn(page),
    viewer: viewerOn(page),
    list,
    people: list.getByRole('listitem'),
    person: personNamed,
    ask: (name: string) => personNamed(name).getByRole('button', { name: /^Ask/ }).click(),
    cancel: () => list.getByRole('button', { name: 'Cancel' }).click(),
    async beNamed(name: string) {
      const field = page.getByLabel('Your name', { exact: true });
      await field.fill(name);
      await field.blur();
    },
    /** Shares the screen, or the window of this title, from the start screen to the invite. */
    async share(title?: string) {
      await presenterOn(page).shareButton.click();
      if (title !== undefined) await page.getByRole('tab', { name: 'Windows' }).click();
      await page.getByRole('radio', { name: title ?? /screen/i }).check();
      await page.getByRole('button', { name: 'Share', exact: true }).click();
      return presenterOn(page).invite();
    },
    network: page.getByLabel('Network to share in'),
    home: () => page.getByRole('button', { name: 'Back to start' }).click(),
  };
}
export type NearbyPage = ReturnType<typeof nearbyOn>;
