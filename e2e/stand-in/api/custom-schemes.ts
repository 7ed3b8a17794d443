import type { CustomScheme } from 'electron';
import { unsupported } from '../supported-only.ts';

type ProtocolHandler = (request: Request) => Response | Promise<Response>;

// A loopback name over plain http is, like a privileged app:// origin, a secure context that may
// talk to insecure hosts: an https stand-in origin would bring mixed content blocking along.
const suffix = 'stand-in.localhost';
export const customSchemeUrls = `http://*.${suffix}/*`;

const privileged = new Set<string>();

export function registerPrivilegedSchemes(schemes: readonly CustomScheme[]): void {
  for (const { scheme, privileges } of schemes) {
    if (!privileges?.standard || !privileges.secure) {
      unsupported(`scheme '${scheme}' that is not standard and secure`);
    }
    privileged.add(scheme);
  }
}

/** What one session serves its pages by the app's own schemes. */
export function createSchemeHandlers() {
  const handlers = new Map<string, ProtocolHandler>();
  return {
    handle(scheme: string, handler: ProtocolHandler): void {
      if (!privileged.has(scheme)) unsupported(`handling the unprivileged scheme '${scheme}'`);
      if (handlers.has(scheme)) throw new Error('Failed to register protocol: already handled');
      handlers.set(scheme, handler);
    },
    unhandle: (scheme: string): void => void handlers.delete(scheme),
    isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
    /** Undefined if the URL belongs to no handled scheme. */
    handlerOf: (url: string): ProtocolHandler | undefined =>
      handlers.get(new URL(url).protocol.slice(0, -1)),
  };
}
export type SchemeHandlers = ReturnType<typeof createSchemeHandlers>;

/** `app://host/path` as Chromium gets to see it. */
export function toBrowserUrl(url: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z]+):\/\/([^/?#]+)(.*)$/i.exec(url) ?? [];
  if (!privileged.has(scheme)) return url;
  return `http://${host}.${scheme}.${suffix}${rest || '/'}`;
}

const browserUrl = new RegExp(`^http://([^/?#]+)\\.([a-z]+)\\.${suffix.replace('.', '\\.')}(.*)$`);

export function fromBrowserUrl(url: string): string {
  const [, host, scheme = '', rest] = browserUrl.exec(url) ?? [];
  return privileged.has(scheme) ? `${scheme}://${host}${rest}` : url;
}

/** A Content-Security-Policy that names the app's own scheme, in Chromium's terms. */
export function toBrowserPolicy(policy: string): string {
  if (/upgrade-insecure-requests/i.test(policy)) unsupported('upgrade-insecure-requests');
  return policy
    .split(';')
    .map((directive) =>
      directive
        .split(' ')
        .map((source) => {
          const scheme = source.endsWith(':') ? source.slice(0, -1) : '';
          return privileged.has(scheme) ? `http://*.${scheme}.${suffix}` : toBrowserUrl(source);
        })
        .join(' '),
    )
    .join(';');
}
