import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileOfPageUrl, PAGE_ORIGIN, PAGE_URL, servePage } from './app-page.ts';
import { createHandlers } from './handlers.ts';
import { startLocalSignaling } from './local-signaling.ts';
import { restrictPermissions } from './permissions.ts';
import { nothingNewer } from './updates/late-updates.ts';
import { guardContents, windowOptions } from './window.ts';

describe('the page inside the app', () => {
  let root = '';
  let serve: (request: Request) => Promise<Response> = async () => new Response();
  const get = (address: string, method = 'GET') => serve({ url: address, method } as Request);
  beforeAll(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'sightline page '));
    await writeFile(path.join(root, 'index.html'), '<!doctype html>');
    const handle = (_scheme: string, handler: typeof serve) => {
      serve = handler;
    };
    servePage({ handle } as never, root);
  });
  afterAll(() => rm(root, { recursive: true }));

  it('comes with its type and the strict policy', async () => {
    const response = await get(PAGE_URL);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
  });

  it.each([
    ['POST', PAGE_URL],
    ['GET', `${PAGE_ORIGIN}/missing.js`],
    ['GET', `${PAGE_ORIGIN}/%2e%2e/%2e%2e/etc/passwd`],
    ['GET', `${PAGE_ORIGIN}/..%2f..%2fetc%2fpasswd`],
    ['GET', `${PAGE_ORIGIN}/index.html%00.js`],
    ['GET', `${PAGE_ORIGIN}/%E0%A4%A`],
    ['GET', 'app://elsewhere/index.html'],
    ['GET', `${PAGE_ORIGIN}/`],
  ])('%s %s is not found', async (method, address) => {
    expect((await get(address, method)).status).toBe(404);
  });

  it('never leads to a file outside its folder', () => {
    const part = fc.oneof(fc.constantFrom('..', '.', '%2e%2e', '%2f', '\\', '//'), fc.string());
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const address = `${PAGE_ORIGIN}/${parts.join('/')}`;
        if (!URL.canParse(address)) return;
        const file = fileOfPageUrl('/srv/page', address);
        if (file !== undefined) expect(path.resolve(file)).toMatch(/^\/srv\/page(\/|$)/);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('a window', () => {
  it('has no power of its own', () => {
    expect(windowOptions('/preload.cjs').webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
  });

  it('goes nowhere and opens nothing', () => {
    const listeners = new Map<string, (event: object) => void>();
    let open: (details: { url: string }) => object = () => ({});
    guardContents({
      on: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
      setWindowOpenHandler: (handler: typeof open) => {
        open = handler;
      },
    } as never);
    const isPrevented = (name: string, url: string, isMainFrame = true) => {
      let prevented = false;
      listeners.get(name)?.({ url, isMainFrame, preventDefault: () => (prevented = true) });
      return prevented;
    };
    expect(open({ url: PAGE_URL })).toEqual({ action: 'deny' });
    expect(isPrevented('will-navigate', 'https://example.org/')).toBe(true);
    expect(isPrevented('will-navigate', `${PAGE_URL}?x`)).toBe(true);
    expect(isPrevented('will-navigate', PAGE_URL)).toBe(false);
    expect(isPrevented('will-frame-navigate', PAGE_URL, false)).toBe(true);
    expect(isPrevented('will-frame-navigate', PAGE_URL)).toBe(false);
    expect(isPrevented('will-redirect', PAGE_URL)).toBe(true);
    expect(isPrevented('will-attach-webview', PAGE_URL)).toBe(true);
  });
});

describe('permissions', () => {
  type Request = (
    contents: object,
    permission: string,
    answer: (isAllowed: boolean) => void,
  ) => void;
  type Check = (contents: null, permission: string, origin: string) => boolean;
  let request: Request = () => {};
  let check: Check = () => true;
  let device = () => true;
  restrictPermissions(
    {
      setPermissionRequestHandler: (handler: Request) => {
        request = handler;
      },
      setPermissionCheckHandler: (handler: Check) => {
        check = handler;
      },
      setDevicePermissionHandler: (handler: () => boolean) => {
        device = handler;
      },
    } as never,
    PAGE_ORIGIN,
  );
  const ask = (permission: string, url = PAGE_URL) => {
    let answered: boolean | undefined;
    request({ mainFrame: { url, parent: null } }, permission, (isAllowed) => {
      answered = isAllowed;
    });
    return answered;
  };

  it.each([
    'display-capture',
    'media',
    'clipboard-sanitized-write',
    'fullscreen',
    'local-network-access',
    'loopback-network',
    'local-network',
  ])('our page may have %s, and no other page', (permission) => {
    expect(ask(permission)).toBe(true);
    expect(check(null, permission, `${PAGE_ORIGIN}/`)).toBe(true);
    expect(ask(permission, 'https://example.org/')).toBe(false);
    expect(check(null, permission, 'https://example.org')).toBe(false);
  });

  it.each([
    'clipboard-read',
    'geolocation',
    'notifications',
    'midi',
    'midiSysex',
    'pointerLock',
    'openExternal',
    'usb',
    'serial',
    'hid',
    'idle-detection',
    'fileSystem',
    'unknown',
  ])('nobody may have %s', (permission) => {
    expect(ask(permission)).toBe(false);
    expect(check(null, permission, PAGE_ORIGIN)).toBe(false);
    expect(device()).toBe(false);
  });
});

describe('the service inside the app', () => {
  it('takes another port when the usual one is in use', async () => {
    const tried: number[] = [];
    const local = startLocalSignaling(async (port) => {
      tried.push(port);
      if (port !== 0) throw Object.assign(new Error('in use'), { code: 'EADDRINUSE' });
      return { port: 4321, origins: [], isBlocked: () => false, close: async () => {} };
    });
    expect(await local.address).toEqual({
      status: 'listening',
      socketUrl: 'ws://127.0.0.1:4321/ws',
    });
    expect(tried).toEqual([8787, 0]);
  });

  it('is reported, not thrown, when it cannot listen at all', async () => {
    const local = startLocalSignaling(async () => {
      throw new Error('no network');
    });
    expect(await local.address).toEqual({ status: 'failed', message: 'no network' });
    await local.close();
  });
});

describe('requests about the app', () => {
  it('are answered with facts, and open only the one settings page', async () => {
    const opened: string[] = [];
    const handlersOn = (platform: NodeJS.Platform) =>
      createHandlers({
        app: { getVersion: () => '1.2.3', getPreferredSystemLanguages: () => ['ko-KR'] },
        shell: { openExternal: async (url) => void opened.push(url) },
        platform,
        signaling: Promise.resolve({ status: 'failed', message: '' }),
        sourceWatch: {
          start: async () => ({ status: 'failed' }),
          refresh: () => {},
          stop: () => {},
        },
        askScreenAccess: async () => {},
        sourceChoice: { choose: () => {}, take: () => undefined },
        takeStill: async () => null,
        settings: {} as never,
        fetchOutside: async () => new Response(),
        updates: nothingNewer,
        takeLink: () => null,
        nearby: { handlers: {} as never },
        reportShare: () => {},
        showBar: () => {},
      });
    expect(await handlersOn('darwin')['app:describe']()).toEqual({
      version: '1.2.3',
      platform: 'macos',
      languages: ['ko-KR'],
    });
    await handlersOn('linux')['capture-settings:open']();
    expect(opened).toEqual([]);
    await handlersOn('darwin')['capture-settings:open']();
    expect(opened).toEqual([expect.stringMatching(/^x-apple\.systempreferences:/)]);
  });
});
