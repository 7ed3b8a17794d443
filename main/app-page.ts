import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CustomScheme, Protocol } from 'electron';
import { lookup } from 'mrmime';
import { createSecurityHeaders } from '../signaling/security-headers.ts';

const SCHEME = 'app';
/** The page's origin inside the app. */
export const PAGE_ORIGIN = `${SCHEME}://sightline`;
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`;
/** The control bar's own page. */
export const BAR_URL = `${PAGE_ORIGIN}/bar.html`;

/** Must be registered before the app is ready; makes the page a secure context with an origin. */
export const PAGE_SCHEME: CustomScheme = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

/**
 * The file a page URL stands for, or `undefined` for anything outside the page's folder.
 * @param root absolute path of the built page
 */
export function fileOfPageUrl(root: string, address: string): string | undefined {
  const url = new URL(address);
  if (`${url.protocol}//${url.host}` !== PAGE_ORIGIN) return undefined;
  let relative: string;
  try {
    relative = decodeURIComponent(url.pathname);
  } catch {
    return undefined;
  }
  if (relative.includes('\0')) return undefined;
  const file = path.join(root, relative);
  return file.startsWith(root + path.sep) ? file : undefined;
}

/** This page may talk to any server a person names. */
const ANY_SERVER: readonly string[] = ['ws:', 'wss:'];

/**
 * Serves the built page, with the headers the signaling service gives it.
 * @param connectsTo what a page may talk to besides its own origin
 */
export function servePage(
  protocol: Pick<Protocol, 'handle'>,
  root: string,
  connectsTo = ANY_SERVER,
): void {
  const headers = Object.fromEntries(createSecurityHeaders({ 'connect-src': connectsTo }));
  protocol.handle(SCHEME, async (request) => {
    const file = request.method === 'GET' ? fileOfPageUrl(root, request.url) : undefined;
    if (!file) return new Response('Not found', { status: 404 });
    try {
      const type = lookup(file) ?? 'application/octet-stream';
      return new Response(await readFile(file), { headers: { ...headers, 'content-type': type } });
    } catch {
      return new Response('Not found', { status: 404 });
    }
  });
}
