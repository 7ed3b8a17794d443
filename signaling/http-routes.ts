import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Gate } from './gate.ts';
import { SOCKET_PATH } from './protocol.ts';
import { createSecurityHeaders } from './security-headers.ts';
import type { ViewerFiles } from './viewer-files.ts';

const HEALTH_PATH = '/healthz';
const NOT_BUILT =
  'The web app has not been built, so there is no page to show here.\n' +
  'Run "npm run build" and start the service again. Signaling works meanwhile.\n';
const WRONG_NAME =
  'This service does not answer to the name you asked for.\n' +
  'Use its address, or start it with --public-url or --allowed-host.\n';
/** A year: long enough that a browser never again asks over plain http. */
const STRICT_TRANSPORT = 'max-age=31536000';

type Site = {
  readonly version: string;
  readonly viewerFiles: ViewerFiles;
  readonly gate: Gate;
  /** Whether people reach the service over https. */
  isSecure(request: IncomingMessage): boolean;
  /** Answers what the service itself does not know; false where that is not its matter either. */
  readonly answerOther?: AnswerOther | undefined;
};

/** True when the request is, or will be, answered. */
export type AnswerOther = (request: IncomingMessage, response: ServerResponse) => boolean;

/** The path a request asks for, without its query. */
export function pathOf(url: string | undefined): string {
  return url?.split('?', 1)[0] ?? '';
}

/** Answers plain HTTP: liveness, the web app, and nothing else (docs/protocol.md P38, P58). */
export function createHttpRoutes(site: Site): RequestListener {
  const { gate, viewerFiles } = site;
  const health = JSON.stringify({ status: 'ok', version: site.version });

  return (request, response) => {
    const path = pathOf(request.url);
    const isNameAllowed = gate.isHostAllowed(request.headers);
    response.setHeaders(headersFor(isNameAllowed ? request.headers.host : undefined));
    if (site.isSecure(request)) response.setHeader('Strict-Transport-Security', STRICT_TRANSPORT);
    // Probes ask under whatever name they like, and learn nothing here.
    if (!isNameAllowed && path !== HEALTH_PATH) return sendText(response, 403, WRONG_NAME);
    if (site.answerOther?.(request, response)) return;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return sendText(response, 405, 'Method not allowed\n');
    }
    const notFound = () => sendText(response, 404, 'Not found\n');
    switch (path) {
      case HEALTH_PATH:
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

/** Safari before 15.4 does not take a page's own WebSockets for 'self'. */
function headersFor(host: string | undefined): Map<string, string> {
  const ownSockets = host === undefined ? [] : [`ws://${host}`, `wss://${host}`];
  return new Map(createSecurityHeaders({ 'connect-src': ownSockets }));
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
