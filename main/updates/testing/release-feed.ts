import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Release = { readonly version: string; readonly file: string };

/** What electron-builder writes beside the files of a release. */
export function feedText({ version, file }: Release, name: string): string {
  const sha512 = createHash('sha512').update(file).digest('base64');
  return [
    `version: ${version}`,
    'files:',
    `  - url: ${name}`,
    `    sha512: ${sha512}`,
    `    size: ${Buffer.byteLength(file)}`,
    `path: ${name}`,
    `sha512: ${sha512}`,
    "releaseDate: '2026-01-01T00:00:00.000Z'",
    '',
  ].join('\n');
}

/** A release on a web server: its feed, and the file it names. */
export async function startReleaseFeed(release: Release) {
  const name = `sightline-${release.version}-linux-x86_64.AppImage`;
  const served = new Map([
    ['/latest-linux.yml', feedText(release, name)],
    [`/${name}`, release.file],
  ]);
  const asked: { path: string; headers: IncomingHttpHeaders }[] = [];
  const server = createServer(({ url = '/', headers }, response) => {
    const { pathname } = new URL(url, 'http://feed');
    asked.push({ path: pathname, headers });
    const body = served.get(pathname);
    if (body === undefined) response.statusCode = 404;
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    name,
    asked,
    serve: (path: string, body: string) => served.set(path, body),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
