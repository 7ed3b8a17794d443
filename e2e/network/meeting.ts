import type { Browser, BrowserContext, Page } from '@playwright/test';
import { type PresenterPage, presenterOn } from '../support/presenter-page.ts';
import { rememberConnections } from '../support/remember-connections.ts';
import { type ViewerPage, viewerOn } from '../support/viewer-page.ts';
import type { LabProgram } from './lab/lab-program.ts';
import type { IceSettings } from './lab/signaling-in.ts';
import type { TwoNetworks } from './two-networks.ts';

/** One share that one person joins: both pages, and the service they met at. */
export type Meeting = {
  readonly service: LabProgram;
  readonly presenter: PresenterPage;
  readonly viewer: ViewerPage;
  readonly code: string;
  /** Opens another page for somebody, at nothing yet. */
  openPage(browser: Browser): Promise<Page>;
  close(): Promise<void>;
};

/**
 * Has the presenter share and the viewer join by the code and be let in, all on the pages. What
 * comes then depends on the networks.
 */
export async function openMeeting(
  { lab, presenterSide, viewerSide }: TwoNetworks,
  { ice, viewerBrowser = viewerSide.browser }: { ice: IceSettings; viewerBrowser?: Browser },
): Promise<Meeting> {
  const service = await lab.startSignaling(ice);
  const contexts: BrowserContext[] = [];
  const close = async () => {
    for (const context of contexts) await context.close();
    await service.close();
  };
  const openPage = async (browser: Browser) => {
    const context = await browser.newContext({ viewport: { width: 800, height: 600 } });
    contexts.push(context);
    await context.addInitScript(rememberConnections);
    return context.newPage();
  };
  try {
    const [presenter, viewer] = await Promise.all([
      openPage(presenterSide.browser).then(presenterOn),
      openPage(viewerBrowser).then(viewerOn),
    ]);
    await Promise.all([presenter.page.goto(lab.origin), viewer.page.goto(lab.origin)]);
    const { code } = await presenter.share();
    await viewer.joinFromHome(code, 'Ada');
    await presenter.allow();
    return { service, presenter, viewer, code, openPage, close };
  } catch (error) {
    await close();
    throw error;
  }
}
