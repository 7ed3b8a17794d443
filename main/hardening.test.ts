import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Requests } from '../preload/contract.ts';
import { argumentSchemas } from './argument-schemas.ts';
import { answerRequests, isTrustedSender, type RequestHandlers, type Sender } from './ipc.ts';
import { windowOptions } from './window.ts';

const PAGE_ORIGIN = 'app://sightline';
const root = fileURLToPath(new URL('..', import.meta.url));
/** Every source of the main process and the preload script: what runs with powers. */
const sources = ['main', 'preload'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|testing\//.test(name))
    .map((name) => ({
      file: `${folder}/${name}`,
      text: readFileSync(path.join(root, folder, name), 'utf8'),
    })),
);
const filesWith = (pattern: RegExp) =>
  sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

describe('the program', () => {
  it('sandboxes every page before the first one is made', () => {
    const { text = '' } = sources.find(({ file }) => file === 'main/main.ts') ?? {};
    expect(text).toMatch(/^app\.enableSandbox\(\);$/m);
    expect(text.indexOf('app.enableSandbox()')).toBeLessThan(text.indexOf('app.whenReady()'));
  });

  it.each([
    ['Node in pages', /nodeIntegration(InWorker|InSubFrames)?: true/],
    ['pages that share a world with the preload script', /contextIsolation: false/],
    ['pages outside the sandbox', /sandbox: false|no-sandbox/],
    ['pages that may read other origins', /webSecurity: false|disable-web-security/],
    ['insecure content', /allowRunningInsecureContent/],
    ['experimental features', /experimentalFeatures|enableBlinkFeatures|enable-blink-features/],
    ['webviews', /webviewTag: true|<webview|allowpopups/],
    ['views that no guard knows', /WebContentsView|BrowserView/],
    ['certificates that nobody vouches for', /certificate-error|setCertificateVerifyProc/],
    ['ignored certificate errors', /ignore-certificate-errors|NODE_TLS_REJECT/],
    ['file: pages', /loadFile\(|['"`]file:/],
    ['code from texts', /\beval\(|new Function\(|executeJavaScript\(/],
    ['a remote module', /@electron\/remote|enableRemoteModule/],
  ])('has no %s', (_what, pattern) => {
    expect(filesWith(pattern)).toEqual([]);
  });

  it('makes every window with the powers of window.ts', () => {
    const makers = sources.filter(({ text }) => /new (Browser)?Window\(/.test(text));
    expect(makers).not.toHaveLength(0);
    expect(
      makers.filter(({ text }) => !text.includes('windowOptions(')).map(({ file }) => file),
    ).toEqual([]);
    expect(windowOptions('/preload.cjs').webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    });
  });

  it('hears each of its two pages in one place only', () => {
    expect(filesWith(/ipcMain\.(on|once|handleOnce|addListener)\b|ipc\.on\(/)).toEqual([]);
    expect(filesWith(/ipcMain\.handle\(/).sort()).toEqual([
      'main/ipc.ts',
      'main/share/bar-requests.ts',
    ]);
  });

  it('shows a page one object of functions, and never the way to all of IPC', () => {
    const exposing = sources.filter(({ text }) => text.includes('exposeInMainWorld('));
    expect(exposing.map(({ file }) => file).sort()).toEqual([
      'preload/bar-preload.ts',
      'preload/preload.ts',
    ]);
    for (const { text } of exposing) expect(text.match(/exposeInMainWorld\(/g)).toHaveLength(1);
    expect(filesWith(/sendSync|postMessage\(/)).toEqual([]);
  });
});

describe('every channel of the contract', () => {
  const channels = Object.keys(argumentSchemas) as (keyof Requests)[];
  type Answer = (event: Sender, ...args: unknown[]) => unknown;
  const answers = new Map<string, Answer>();
  const asked: string[] = [];
  const handlers = Object.fromEntries(
    channels.map((channel) => [channel, async () => asked.push(channel)]),
  ) as unknown as RequestHandlers;
  answerRequests(
    { handle: (channel: string, answer: Answer) => answers.set(channel, answer) } as never,
    handlers,
    (sender) => isTrustedSender(sender, PAGE_ORIGIN),
  );
  const ours = `${PAGE_ORIGIN}/index.html`;

  it.each(channels)('%s answers our page and nobody else', (channel) => {
    const strangers = [
      null,
      { url: ours, parent: { url: ours } },
      { url: 'https://example.org/index.html', parent: null },
      { url: 'about:blank', parent: null },
      { url: 'file:///index.html', parent: null },
    ];
    for (const senderFrame of strangers) {
      const event = { senderFrame } as unknown as Sender;
      expect(() => answers.get(channel)?.(event), JSON.stringify(senderFrame)).toThrow(
        'untrusted-sender',
      );
    }
    const event = { senderFrame: { url: ours, parent: null } } as unknown as Sender;
    expect(() => answers.get(channel)?.(event, Symbol('hostile'))).toThrow('bad-arguments');
    expect(asked).not.toContain(channel);
  });
});
