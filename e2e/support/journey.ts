import { type Browser, type BrowserContext, test as base, expect } from '@playwright/test';
import {
  type Attack,
  type MaliciousServer,
  startMaliciousServer,
} from '../attacks/malicious-server.ts';
import { openStampWindow, type StampWindow } from '../stamp/stamp-window.ts';
import { openChromium, openPresenterChromium } from './chromium.ts';
import { type DesktopApp, openDesktopApp } from './desktop-app.ts';
import { type PresenterPage, presenterOn } from './presenter-page.ts';
import { rememberConnections } from './remember-connections.ts';
import { type SignalingService, startSignalingService } from './signaling-service.ts';
import { type ViewerPage, viewerOn } from './viewer-page.ts';

type OfWorker = { presenterBrowser: Browser; viewerBrowser: Browser };
type OfJourney = {
  /** A signaling service of this journey's own. */
  service: SignalingService;
  /** A window on the shared screen whose picture tells how new it is. */
  stamp: StampWindow;
  /** Opens a presenter's browser at any origin, not sharing yet. */
  openPresenter: (origin: string) => Promise<PresenterPage>;
  /** A presenter's browser at the service, not sharing yet. */
  presenter: PresenterPage;
  /** Puts the service into hostile hands. */
  meddle: (attack: Attack) => Promise<MaliciousServer>;
  /** Opens a browser of another person, anywhere. */
  openViewer: () => Promise<ViewerPage>;
  /** Starts the desktop app of another person. */
  openDesktop: (environment?: Readonly<Record<string, string>>) => Promise<DesktopApp>;
};

/** Where windows stand beside the browsers, which open at the screen's top left. */
export const PLACES = { upper: { x: 1400, y: 30 }, lower: { x: 1400, y: 480 } } as const;

export const test = base.extend<OfJourney, OfWorker>({
  presenterBrowser: [
    async ({}, use) => {
      const browser = await openPresenterChromium();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  viewerBrowser: [
    async ({}, use) => {
      const browser = await openChromium();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  service: async ({}, use) => {
    // Whatever a journey does stays on this machine.
    const service = await startSignalingService(['--no-public-stun']);
    await use(service);
    await service.close();
  },
  stamp: async ({}, use) => {
    const window = await openStampWindow(11, PLACES.upper);
    await use(window);
    await window.close();
  },
  openPresenter: async ({ presenterBrowser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (origin) => {
      const context = await presenterBrowser.newContext();
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(origin);
      return presenterOn(page);
    });
    for (const context of contexts) await context.close();
  },
  presenter: async ({ openPresenter, service }, use) => use(await openPresenter(service.origin)),
  meddle: async ({ service }, use) => {
    const servers: MaliciousServer[] = [];
    await use(async (attack) => {
      const server = await startMaliciousServer(service, attack);
      servers.push(server);
      return server;
    });
    for (const server of servers) await server.close();
  },
  openViewer: async ({ viewerBrowser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await viewerBrowser.newContext();
      contexts.push(context);
      await context.addInitScript(rememberConnections);
      return viewerOn(await context.newPage());
    });
    for (const context of contexts) await context.close();
  },
  openDesktop: async ({}, use) => {
    const apps: DesktopApp[] = [];
    await use(async (environment) => {
      const app = await openDesktopApp(environment);
      apps.push(app);
      return app;
    });
    for (const app of apps) await app.close();
  },
});

export { expect };
