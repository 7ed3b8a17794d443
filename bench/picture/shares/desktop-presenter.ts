import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron as electron } from '@playwright/test';
import {
  desktopArguments,
  electronProgram,
  isStandIn,
  quitWithoutQuestions,
} from '../../../e2e/support/desktop-app.ts';
import { presenterOn } from '../../../e2e/support/presenter-page.ts';
import { rememberConnections } from '../../../e2e/support/remember-connections.ts';
import type { ProductPresenter } from './product-share.ts';

/** The stand-in's pages have an http origin, which the service inside the app must be told of. */
const standInOrigin = isStandIn
  ? { SIGHTLINE_ALLOWED_ORIGIN: 'http://sightline.app.stand-in.localhost' }
  : {};

/** Starts the built desktop app and shares the whole screen of this process's `DISPLAY`. */
export async function openDesktopPresenter(): Promise<ProductPresenter> {
  const userFolder = await mkdtemp(path.join(tmpdir(), 'sightline-bench-user-'));
  // On Linux the control bar would lie in the picture that is measured.
  const noBar = JSON.stringify({ place: null, isHidden: true });
  await writeFile(path.join(userFolder, 'control-bar.json'), noBar);
  const app = await electron.launch({
    executablePath: electronProgram,
    args: desktopArguments(userFolder),
    env: {
      ...process.env,
      // Viewers come from another network namespace; there is no other way to it.
      SIGHTLINE_HOST: '0.0.0.0',
      SIGHTLINE_NO_PUBLIC_STUN: '1',
      ...standInOrigin,
    } as Record<string, string>,
  });
  const close = async () => {
    await quitWithoutQuestions(app);
    await app.close();
    await rm(userFolder, { recursive: true, force: true });
  };
  try {
    const page = await app.firstWindow();
    await page.waitForURL(/index\.html$/);
    // The page was there before anybody could watch its connections.
    await page.addInitScript(rememberConnections);
    await page.reload();
    const presenter = presenterOn(page);
    await presenter.shareButton.click();
    await page.getByRole('tab', { name: 'Screens' }).click();
    await page.getByRole('radio', { name: /screen/i }).check();
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const { link } = await presenter.invite();
    return { page, process: app.process().pid ?? 0, inviteLink: link, close };
  } catch (error) {
    await close();
    throw error;
  }
}
