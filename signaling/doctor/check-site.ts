import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { connect, isIP } from 'node:net';
import * as z from 'zod/mini';
import { type Check, codeOf, type DoctorDeps, failed, ok, warning } from './check.ts';
import { placeOf, type Site, toConnectOptions } from './site.ts';

const MAX_ANSWER_LENGTH = 10_000;
const healthSchema = z.object({ status: z.literal('ok'), version: z.string() });

/** What the name stands for; without an address there is nothing more to check. */
export async function checkName(
  url: URL,
  deps: DoctorDeps,
): Promise<{ readonly check: Check; readonly site?: Site }> {
  const name = 'name';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isSecure = url.protocol === 'https:';
  const addresses = isIP(host) === 0 ? await lookUp(host, deps) : [host];
  const [address, ...otherAddresses] = addresses;
  if (address === undefined) {
    const problem = { cause: 'name-unknown', subject: host } as const;
    return { check: failed(name, `${host} has no address`, problem) };
  }
  const site: Site = {
    origin: url.origin,
    isSecure,
    host,
    port: url.port === '' ? (isSecure ? 443 : 80) : Number(url.port),
    address,
    otherAddresses,
    timeoutMs: deps.timeoutMs,
    ...(deps.ca !== undefined && { ca: deps.ca }),
  };
  return { site, check: ok(name, `${host} is ${addresses.join(', ')}`) };
}

/** Addresses of a name; none for one that has none. */
export async function lookUp(host: string, deps: DoctorDeps): Promise<readonly string[]> {
  let timer: NodeJS.Timeout | undefined;
  const isTooLate = new Promise<readonly string[]>((resolve) => {
    timer = setTimeout(() => resolve([]), deps.timeoutMs);
  });
  const addresses = await Promise.race([deps.lookup(host).catch(() => []), isTooLate]);
  clearTimeout(timer);
  return addresses;
}

/** What says nothing of the server: this machine has no way to such addresses. */
const NO_WAY = ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EHOSTUNREACH', 'ENETUNREACH'];

/** Whether anything listens at the site, at each of its addresses. */
export async function checkConnection(site: Site): Promise<Check[]> {
  const name = 'connection';
  const place = placeOf(site);
  const code = await tryConnection(site, site.address);
  if (code !== undefined) {
    const cause = code === 'ECONNREFUSED' ? 'server-down' : 'port-blocked';
    return [failed(name, `none to ${place} (${code})`, { cause, subject: place })];
  }
  const others = await Promise.all(
    site.otherAddresses.map(async (address) => {
      const fault = await tryConnection(site, address);
      if (fault === undefined || NO_WAY.includes(fault)) return [];
      const problem = { cause: 'address-dead', subject: address } as const;
      return [warning(name, `none to ${address} (${fault})`, problem)];
    }),
  );
  return [ok(name, `${place} takes connections`), ...others.flat()];
}

/** Resolves with Node's code where there is no connection. */
function tryConnection(site: Site, address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port: site.port }, () => {
      resolve(undefined);
      socket.destroy();
    });
    socket.setTimeout(site.timeoutMs, () => {
      resolve('ETIMEDOUT');
      socket.destroy();
    });
    socket.once('error', (error) => resolve(codeOf(error)));
  });
}

/** Whether people may share from there: browsers capture screens for secure pages only. */
export function checkScheme(site: Site): Check | undefined {
  const isLocal = site.host === 'localhost' || /^127\.|^::1$/.test(site.host);
  if (site.isSecure || isLocal) return undefined;
  const problem = { cause: 'insecure-page', subject: site.origin } as const;
  return warning('certificate', 'none: plain http', problem);
}

/** Whether it is Sightline that answers, and what its clock says. */
export async function checkHealth(
  site: Site,
): Promise<{ readonly check: Check; readonly dateMs?: number }> {
  const name = 'service';
  const answer = await get(site, '/healthz').catch((error: unknown) => codeOf(error));
  const body = typeof answer === 'string' ? undefined : readHealth(answer.text);
  if (typeof answer === 'string' || body === undefined) {
    const what = typeof answer === 'string' ? answer : `status ${answer.status}`;
    const problem = { cause: 'not-sightline', subject: site.origin } as const;
    return { check: failed(name, `no health check of Sightline (${what})`, problem) };
  }
  const dateMs = Date.parse(answer.date ?? '');
  return {
    check: ok(name, `Sightline ${body.version.slice(0, 32)}`),
    ...(Number.isFinite(dateMs) && { dateMs }),
  };
}

function readHealth(text: string): z.infer<typeof healthSchema> | undefined {
  try {
    return healthSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

type Answer = {
  readonly status: number | undefined;
  readonly date?: string;
  readonly text: string;
};

function get(site: Site, path: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ask = site.isSecure ? requestSecure : requestPlain;
    const headers = { host: placeOf(site) };
    const asking = ask({ ...toConnectOptions(site), path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        if (text.length > MAX_ANSWER_LENGTH) asking.destroy(new Error('too long'));
      });
      const { date } = response.headers;
      response.on('end', () =>
        resolve({ status: response.statusCode, text, ...(date !== undefined && { date }) }),
      );
    });
    // For the whole answer: one that trickles would hold the check for ever.
    const timer = setTimeout(() => asking.destroy(new Error('no answer in time')), site.timeoutMs);
    asking.once('close', () => clearTimeout(timer));
    asking.once('error', reject).end();
  });
}
