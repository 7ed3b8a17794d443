import { expect, type Locator, type Page } from '@playwright/test';

/** What a presenter does on the page, by the names a screen reader would read. */
export function presenterOn(page: Page) {
  const shareButton = page.getByRole('button', { name: 'Share your screen', exact: true });
  const stopButton = page.getByRole('button', { name: 'Stop sharing', exact: true });
  const inviteLink = page.getByTestId('invite-link');
  const personIn = (region: string, name: string) =>
    page.getByRole('region', { name: region, exact: true }).getByText(name, { exact: true });
  return {
    page,
    shareButton,
    stopButton,
    /** Starts sharing where the system's own picker answers by itself; returns the invite. */
    async share() {
      await shareButton.click();
      return this.invite();
    },
    async invite() {
      await expect(inviteLink).toHaveText(/^http/);
      const read = async (text: Locator) => ((await text.textContent()) ?? '').trim();
      return { code: await read(page.getByTestId('invite-code')), link: await read(inviteLink) };
    },
    asking: (name: string) => personIn('Asking to join', name),
    watching: (name: string) => personIn('Watching', name),
    heading: (name: string) => page.getByRole('heading', { name }),
    reconnectingNotice: page.getByText('The server is out of reach', { exact: true }),
    turnedAwayNotice: page.getByRole('main').getByText('Somebody wanted to join'),
    allow: () => page.getByRole('button', { name: 'Allow', exact: true }).first().click(),
    deny: () => page.getByRole('button', { name: 'Deny', exact: true }).first().click(),
    pause: () => page.getByRole('button', { name: 'Pause', exact: true }).click(),
    resume: () => page.getByRole('button', { name: 'Resume', exact: true }).click(),
    remove: (name: string) => page.getByRole('button', { name: `Remove ${name}` }).click(),
    setLocked: (isLocked: boolean) =>
      page.getByRole('switch', { name: 'Let nobody new ask to join' }).setChecked(isLocked),
    stop: () => stopButton.click(),
  };
}
export type PresenterPage = ReturnType<typeof presenterOn>;
