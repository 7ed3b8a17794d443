import { ANSWER_WITH_SCREEN, openChromium } from '../../../e2e/support/chromium.ts';
import { presenterOn } from '../../../e2e/support/presenter-page.ts';
import { rememberConnections } from '../../../e2e/support/remember-connections.ts';
import { startSignalingService } from '../../../e2e/support/signaling-service.ts';
import { findProcess } from '../measure/process-tree.ts';
import { ADDRESSES } from '../network/topology.mjs';
import { openBoth } from './open-both.ts';
import type { ProductPresenter } from './product-share.ts';
import { nextMark } from './viewer-browser.ts';

/** Shares the whole screen from the app's web page in a plain browser. */
export async function openBrowserPresenter(): Promise<ProductPresenter> {
  const mark = nextMark();
  const reachable = ['--host', '0.0.0.0', '--no-public-stun'];
  const [service, browser] = await openBoth(
    startSignalingService(reachable),
    openChromium([ANSWER_WITH_SCREEN, mark]),
  );
  const close = async () => {
    await browser.close();
    await service.close();
  };
  try {
    const context = await browser.newContext({ viewport: null });
    await context.addInitScript(rememberConnections);
    const page = await context.newPage();
    await page.goto(service.origin);
    const { link } = await presenterOn(page).share();
    const inviteLink = link.replace('127.0.0.1', ADDRESSES.presenter);
    return { page, process: findProcess(mark), inviteLink, close };
  } catch (error) {
    await close();
    throw error;
  }
}
