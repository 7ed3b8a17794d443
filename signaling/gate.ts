import { isIP } from 'node:net';

/** Origin of the page inside the desktop app. */
const APP_ORIGIN = 'app://sightline';
const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/;
const WEB_ORIGIN = /^https?:\/\/(.+)$/;

type Headers = { readonly host?: string | undefined; readonly origin?: string | undefined };

/** Which names the service answers to, and which pages may open a socket. */
export type Gate = {
  isHostAllowed(headers: Headers): boolean;
  isOriginAllowed(headers: Headers): boolean;
};

type GateOptions = {
  readonly publicUrl?: string | undefined;
  readonly allowedOrigins: readonly string[];
  readonly allowedHosts: readonly string[];
  /** This computer's own name. */
  readonly hostname: string;
};

/**
 * Keeps foreign web pages out. The name a page was asked for under is checked because a page can
 * give its own name our address (DNS rebinding) and would then count as ours.
 */
export function createGate(options: GateOptions): Gate {
  const origins = new Set([
    APP_ORIGIN,
    ...(options.publicUrl === undefined ? [] : [new URL(options.publicUrl).origin]),
    ...options.allowedOrigins.map((origin) => origin.toLowerCase()),
  ]);
  const names = new Set([
    'localhost',
    ...namesOfComputer(options.hostname.toLowerCase()),
    ...options.allowedHosts.map((host) => host.toLowerCase()),
    ...[...origins].map((origin) => new URL(origin).hostname),
  ]);

  return {
    isHostAllowed({ host = '' }) {
      const name = HOST.exec(host.toLowerCase())?.[1];
      if (name === undefined) return false;
      const address = name.startsWith('[') ? name.slice(1, -1) : name;
      return isIP(address) !== 0 || names.has(name);
    },
    isOriginAllowed({ host = '', origin }) {
      // Only browsers send an origin, and only they carry a stranger's page.
      if (origin === undefined) return true;
      return WEB_ORIGIN.exec(origin)?.[1] === host.toLowerCase() || origins.has(origin);
    },
  };
}

function namesOfComputer(hostname: string): string[] {
  const [label = ''] = hostname.split('.');
  return label === '' ? [] : [hostname, label, `${label}.local`];
}
