import { type Browser, test as base, expect } from '@playwright/test';
import { openStampWindow, type StampWindow } from '../stamp/stamp-window.ts';
import { openChromium, openPresenterChromium } from './chromium.ts';
import { type DesktopApp, openDesktopApp } from './desktop-app.ts';
import { type PresenterPage, presenterOn } from './presenter-page.ts';
import { type SignalingService, startSignalingService } from './signaling-service.ts';
import { type ViewerPage, viewerOn } from './viewer-page.ts';

type OfWorker = { presenterBrowser: Browser; viewerBrowser: Browser };
type OfJourney = {
  /** A signaling service of this journey's own. */
  service: SignalingService;
  /** A window on the shared screen whose picture tells how new it is. */
  stamp: StampWindow;
  /** A browser page at the service, not sharing yet. */
  presenter: PresenterPage;
  /** Opens a browser of another person, anywhere. */
  openViewer: () => Promise<ViewerPage>;
  /** Starts the desktop app of another person. */
  openDesktop: () => Promise<DesktopApp>;
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
    const service = await startSignalingService();
    await use(service);
    await service.close();
  },
  stamp: async ({}, use) => {
    const window = await openStampWindow(11, PLACES.upper);
    await use(window);
    await window.close();
  },
  presenter: async ({ presenterBrowser, service }, use) => {
    const context = await presenterBrowser.newContext();
    const page = await context.newPage();
    await page.goto(service.origin);
    await use(presenterOn(page));
    await context.close();
  },
  openViewer: async ({ viewerBrowser }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
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
    await use(async () => {
      const app = await openDesktopApp();
      apps.push(app);
      return app;
    });
    for (const app of apps) await app.close();
  },
});
/** Keeps the page's WebRTC connections where a journey can read their statistics. */
function rememberConnections(): void {
  const Original = RTCPeerConnection;
  const connections: RTCPeerConnection[] = [];
  Object.assign(globalThis, {
    rtcConnections: connections,
    RTCPeerConnection: class extends Original {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        connections.push(this);
      }
    },
  });
}

export { expect };
