import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DESKTOP_API } from '../support/desktop-api.ts';
import { desktopArguments, electronProgram } from '../support/desktop-app.ts';
import { expect, test } from '../support/journey.ts';

const DESKTOP = { tag: '@desktop' };
type Api = Record<string, (...args: unknown[]) => Promise<unknown>>;

test(
  'the page has the contract and nothing of Node or Electron',
  DESKTOP,
  async ({ openDesktop }) => {
    const { page } = await openDesktop();
    const found = await page.evaluate(() => ({
      node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
        (name) => name in globalThis,
      ),
      api: Object.keys(
        (globalThis as unknown as { sightlineDesktop: Api }).sightlineDesktop,
      ).sort(),
      isSecure: globalThis.isSecureContext,
    }));
    expect(found).toEqual({
      node: [],
      api: DESKTOP_API,
      isSecure: true,
    });
  },
);

test(
  'a request with wrong arguments is refused and changes nothing',
  DESKTOP,
  async ({ openDesktop }) => {
    const { page } = await openDesktop();
    const refusals = await page.evaluate(async () => {
      const api = (globalThis as unknown as { sightlineDesktop: Api }).sightlineDesktop;
      const hostile: unknown[][] = [
        ...[[], [7, false], [null, false], ['screen:0:0', 'x'], ['screen:0:0']],
        ...[
          ['file:///etc', false],
          [{}, false],
        ],
      ];
      const outcomes = [];
      for (const args of hostile) {
        outcomes.push(await api.chooseSource?.(...args).then(() => 'accepted', String));
      }
      outcomes.push(await api.describeApp?.('x').then(() => 'accepted', String));
      return outcomes;
    });
    expect(refusals).toHaveLength(8);
    for (const refusal of refusals) expect(refusal).toContain('bad-arguments');
  },
);

test('without a choice in the gallery there is no capture', DESKTOP, async ({ openDesktop }) => {
  const { page } = await openDesktop();
  const capture = () =>
    page.evaluate(() =>
      navigator.mediaDevices.getDisplayMedia({ video: true }).then(
        (stream) => stream.getTracks().map((track) => track.stop()).length,
        (error: Error) => error.name,
      ),
    );
  expect(await capture()).toMatch(/NotAllowedError|AbortError|NotReadableError/);
  // A choice is good for one capture only.
  await page.evaluate(async () => {
    const api = (globalThis as unknown as { sightlineDesktop: Api }).sightlineDesktop;
    const listing = (await api.watchSources?.()) as { sources: { id: string }[] };
    await api.unwatchSources?.();
    await api.chooseSource?.(listing.sources[0]?.id, false);
  });
  expect(await capture()).toBe(1);
  expect(await capture()).toMatch(/NotAllowedError|AbortError|NotReadableError/);
});

test(
  'the page cannot be navigated away, nor open windows',
  DESKTOP,
  async ({ openDesktop, service }) => {
    const { electronApp, page } = await openDesktop();
    const before = page.url();
    await page.evaluate((elsewhere) => {
      window.open(elsewhere);
      const link = Object.assign(document.createElement('a'), {
        href: elsewhere,
        target: '_blank',
      });
      document.body.append(link);
      link.click();
      window.location.assign(elsewhere);
    }, service.origin);
    await expect(page.getByRole('button', { name: 'Share your screen' })).toBeVisible();
    expect(page.url()).toBe(before);
    const windows = await electronApp.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
    );
    expect(windows).toBe(1);
  },
);

test(
  'script from anywhere but the app is refused by the page',
  DESKTOP,
  async ({ openDesktop }) => {
    const { page } = await openDesktop();
    const violated = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) =>
            resolve(event.effectiveDirective),
          );
          const script = document.createElement('script');
          script.textContent = 'globalThis.wasRun = true';
          document.body.append(script);
        }),
    );
    expect(violated).toContain('script-src');
    expect(await page.evaluate(() => 'wasRun' in globalThis)).toBe(false);
  },
);

test(
  'a second start shows the first app instead of opening another',
  DESKTOP,
  async ({ openDesktop }) => {
    const { electronApp, userFolder } = await openDesktop();
    const second = spawn(electronProgram, desktopArguments(userFolder), { stdio: 'ignore' });
    const [code] = await once(second, 'exit');
    expect(code).toBe(0);
    const windows = await electronApp.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
    );
    expect(windows).toBe(1);
  },
);

test(
  'quitting leaves nothing behind: the service inside the app is gone',
  DESKTOP,
  async ({ openDesktop }) => {
    const { electronApp, page } = await openDesktop();
    const address = (await page.evaluate(() =>
      (globalThis as unknown as { sightlineDesktop: Api }).sightlineDesktop.signalingAddress?.(),
    )) as { socketUrl: string };
    const health = `${address.socketUrl.replace(/^ws/, 'http').replace(/\/ws$/, '')}/healthz`;
    expect(await (await fetch(health)).json()).toMatchObject({ status: 'ok' });

    const exited = once(electronApp.process(), 'exit');
    await electronApp.close();
    await exited;
    await expect(fetch(health)).rejects.toThrow();
  },
);

test(
  'script that took over the page reaches no files, no other pages and no other IPC',
  DESKTOP,
  async ({ openDesktop, service }) => {
    const { page } = await openDesktop();
    const reached = await page.evaluate(async (elsewhere) => {
      const isReached = (address: string) =>
        fetch(address).then(
          (response) => (response.ok ? address : null),
          () => null,
        );
      const answers = await Promise.all([
        isReached('file:///etc/passwd'),
        isReached('../main/main.js'),
        isReached('/..%2f..%2fpackage.json'),
        isReached(`${elsewhere}/healthz`),
      ]);
      const frame = document.createElement('iframe');
      frame.src = 'file:///etc/passwd';
      document.body.append(frame);
      const hasFrameText = (frame.contentDocument?.body?.textContent ?? '') !== '';
      return [...answers.filter(Boolean), ...(hasFrameText ? ['frame'] : [])];
    }, service.origin);
    expect(reached).toEqual([]);
  },
);
