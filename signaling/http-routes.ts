import type { RequestListener, ServerResponse } from 'node:http';
import { SOCKET_PATH } from './protocol.ts';
import { createSecurityHeaders } from './security-headers.ts';
import type { ViewerFiles } from './viewer-files.ts';

const NOT_BUILT =
  'The web app has not been built, so there is no page to show here.\n' +
  'Run "npm run build" and start the service again. Signaling works meanwhile.\n';

/** The path a request asks for, without its query. */
export function pathOf(url: string | undefined): string {
  return url?.split('?', 1)[0] ?? '';
}

/** Answers plain HTTP: liveness, the web app, and nothing else (docs/protocol.md P38). */
export function createHttpRoutes(version: string, viewerFiles: ViewerFiles): RequestListener {
  const securityHeaders = createSecurityHeaders();
  const health = JSON.stringify({ status: 'ok', version });

  return (request, response) => {
    response.setHeaders(new Map(securityHeaders));
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return sendText(response, 405, 'Method not allowed\n');
    }
    const notFound = () => sendText(response, 404, 'Not found\n');
    switch (pathOf(request.url)) {
      case '/healthz':
        return send(response, 200, 'application/json', health);
      case SOCKET_PATH:
        response.setHeader('Upgrade', 'websocket');
        return sendText(response, 426, 'Only WebSocket connections here\n');
      case '/':
      case '/j':
        if (viewerFiles.isBuilt) return viewerFiles.sendPage(request, response);
        return sendText(response, 503, NOT_BUILT);
      default:
        if (viewerFiles.isBuilt) return viewerFiles.sendFile(request, response, notFound);
        return notFound();
    }
  };
}

function sendText(response: ServerResponse, status: number, text: string): void {
  send(response, status, 'text/plain;charset=utf-8', text);
}

function send(response: ServerResponse, status: number, contentType: string, body: string): void {
  response.setHeader('Content-Type', contentType);
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.writeHead(status).end(body);
}
