import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from '@playwright/test';
import type { TwoNetworks } from '../../e2e/network/two-networks.ts';
import { rememberConnections } from '../../e2e/support/remember-connections.ts';
import { rememberFrameTimes } from './frame-times.ts';

const simplePeer = readFileSync(
  createRequire(import.meta.url).resolve('simple-peer/simplepeer.min.js'),
  'utf8',
);
/** On the service's origin, because a page that captures the screen must come by TLS. */
const PATH = '/plain-peer-of-the-benchmark';
const CREDENTIALS_LAST_S = 6 * 3_600;

/** One share between two plain pages. */
export type PlainShare = { readonly viewer: Page; close(): Promise<void> };

/**
 * Opens a share as the usual screen sharing page does it: simple-peer with its defaults, and
 * nothing that looks after the connection. Its signals travel from page to page outside the
 * network, so that no outage ever touches them.
 */
export async function openPlainShare({
  lab,
  presenterSide,
  viewerSide,
}: TwoNetworks): Promise<PlainShare> {
  const contexts: BrowserContext[] = [];
  const open = async (browser: typeof presenterSide.browser) => {
    const context = await browser.newContext({ viewport: { width: 400, height: 300 } });
    contexts.push(context);
    const page = await context.newPage();
    await page.addInitScript(rememberConnections);
    await page.route(`**${PATH}`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><video muted autoplay>' }),
    );
    await page.goto(`${lab.origin}${PATH}`);
    await page.addScriptTag({ content: simplePeer });
    await rememberFrameTimes(page);
    return page;
  };
  const [presenter, viewer] = await Promise.all([
    open(presenterSide.browser),
    open(viewerSide.browser),
  ]);
  const other = new Map([
    [presenter, viewer],
    [viewer, presenter],
  ]);
  for (const [page, target] of other) {
    await page.exposeFunction('sendSignal', (signal: unknown) =>
      target.evaluate((told) => (globalThis as unknown as PageWithPeer).peer.signal(told), signal),
    );
  }
  const iceServers = iceServersOf(lab.coturn);
  await viewer.evaluate(startViewer, iceServers);
  await presenter.evaluate(startPresenter, iceServers);
  return {
    viewer,
    close: async () => {
      for (const context of contexts) await context.close();
    },
  };
}

type PageWithPeer = { peer: { signal(signal: unknown): void } };
type PlainPage = PageWithPeer & {
  SimplePeer: new (
    options: object,
  ) => PageWithPeer['peer'] & {
    on(event: string, listener: (value: never) => void): void;
  };
  sendSignal(signal: unknown): void;
};

async function startPresenter(iceServers: RTCIceServer[]): Promise<void> {
  const page = globalThis as unknown as PlainPage;
  const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: 30 } });
  const peer = new page.SimplePeer({ initiator: true, stream, config: { iceServers } });
  page.peer = peer;
  peer.on('signal', (signal: never) => page.sendSignal(signal));
  peer.on('error', () => {});
}

function startViewer(iceServers: RTCIceServer[]): void {
  const page = globalThis as unknown as PlainPage;
  const peer = new page.SimplePeer({ config: { iceServers } });
  page.peer = peer;
  peer.on('signal', (signal: never) => page.sendSignal(signal));
  peer.on('stream', (stream: never) => {
    const video = document.querySelector('video');
    if (video) video.srcObject = stream;
  });
  peer.on('error', () => {});
}

/** Credentials as coturn's shared secret gives them, good for the whole run. */
function iceServersOf({ stunUrls, turnUrls, secret }: TwoNetworks['lab']['coturn']) {
  const username = `${Math.floor(Date.now() / 1_000) + CREDENTIALS_LAST_S}:plain`;
  const credential = createHmac('sha1', secret).update(username).digest('base64');
  return [{ urls: [...stunUrls] }, { urls: [...turnUrls], username, credential }];
}
