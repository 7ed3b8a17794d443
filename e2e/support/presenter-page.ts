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
    contestedNotice: page
      .getByRole('main')
      .getByText('Somebody else claims this code on the server'),
    tamperedNotice: page.getByRole('main').getByText('A message that is not genuine was ignored'),
    turnedAwayNotice: page.getByRole('main').getByText('Somebody wanted to join'),
    allow: () => page.getByRole('button', { name: 'Allow', exact: true }).first().click(),
    deny: () => page.getByRole('button', { name: 'Deny', exact: true }).first().click(),
    pause: () => page.getByRole('button', { name: 'Pause', exact: true }).click(),
    resume: () => page.getByRole('button', { name: 'Resume', exact: true }).click(),
    switchSource: () =>
      page.getByRole('button', { name: 'Show something else', exact: true }).click(),
    sourceGone: page.getByRole('heading', { name: 'What you shared is gone', exact: true }),
    chooseAnother: () =>
      page.getByRole('button', { name: 'Choose something else', exact: true }).click(),
    remove: (name: string) => page.getByRole('button', { name: `Remove ${name}` }).click(),
    setLocked: (isLocked: boolean) =>
      page.getByRole('switch', { name: 'Let nobody new ask to join' }).setChecked(isLocked),
    /** Confirms that nobody needs to ask any more. */
    async letEveryoneIn() {
      await page.getByRole('switch', { name: 'Let everyone with the link in' }).click();
      await page.getByRole('button', { name: 'Let everyone in', exact: true }).click();
    },
    askAgain: () =>
      page.getByRole('switch', { name: 'Let everyone with the link in' }).setChecked(false),
    async block(name: string) {
      await page.getByRole('button', { name: `More options for ${name}` }).click();
      await page.getByRole('button', { name: `Block ${name}` }).click();
    },
    /** The words this presenter would read to a viewer. */
    async wordsFor(name: string) {
      await page.getByRole('button', { name: `Compare words with ${name}` }).click();
      const words = page.getByTestId('comparison-words');
      await expect(words).toHaveText(/\S+( \S+){3}/);
      return (await words.textContent()) ?? '';
    },
    stop: () => stopButton.click(),
  };
}
export type PresenterPage = ReturnType<typeof presenterOn>;
