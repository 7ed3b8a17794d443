import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/** The built web app: its page and the files the page loads. */
export type ViewerFiles =
  | { isBuilt: false }
  | {
      isBuilt: true;
      sendPage(request: IncomingMessage, response: ServerResponse): void;
      sendFile(request: IncomingMessage, response: ServerResponse, notFound: () => void): void;
    };

/** Lists the built files once; nothing that is not on the list can be read afterwards. */
export function openViewerFiles(webRoot: string | undefined): ViewerFiles {
  if (webRoot === undefined || !existsSync(join(webRoot, 'index.html'))) return { isBuilt: false };

  const serve = sirv(webRoot, {
    dev: false,
    etag: true,
    extensions: [],
    setHeaders: (response, path) => response.setHeader('Cache-Control', chooseCaching(path)),
  });
  const send = (request: IncomingMessage, response: ServerResponse, notFound: () => void) => {
    // sirv throws on a range that ends before it starts, and nothing here is worth a part of it.
    delete request.headers.range;
    // A file deleted since the listing would otherwise end the process.
    response.once('pipe', (file) => file.once('error', () => response.destroy()));
    serve(request, response, notFound);
  };

  return {
    isBuilt: true,
    sendPage(request, response) {
      request.url = '/index.html';
      send(request, response, () => response.destroy());
    },
    sendFile: send,
  };
}

function chooseCaching(path: string): string {
  if (path.startsWith('/assets/')) return 'public, max-age=31536000, immutable';
  return path.endsWith('.html') ? 'no-store' : 'no-cache';
}
