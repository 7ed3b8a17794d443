import {
  customSchemeUrls,
  fromBrowserUrl,
  type SchemeHandlers,
  toBrowserPolicy,
} from '../api/custom-schemes.ts';
import type { PageSession } from './page-target.ts';

type PausedRequest = {
  requestId: string;
  frameId: string;
  resourceType: string;
  redirectedRequestId?: string;
  request: { url: string; method: string; headers: Record<string, string>; postData?: string };
};

export type NavigationAttempt = { url: string; isMainFrame: boolean; isRedirect: boolean };

/** Whether the app lets the page go there. */
export type NavigationGuard = (attempt: NavigationAttempt) => boolean;

function headersForBrowser(response: Response): { name: string; value: string }[] {
  return [...response.headers].map(([name, value]) => {
    const isPolicy = name.toLowerCase().startsWith('content-security-policy');
    return { name, value: isPolicy ? toBrowserPolicy(value) : value };
  });
}

async function respond(
  session: PageSession,
  paused: PausedRequest,
  schemes: SchemeHandlers,
): Promise<unknown> {
  const { requestId, request } = paused;
  const url = fromBrowserUrl(request.url);
  const handle = schemes.handlerOf(url);
  if (!handle) return session.send('Fetch.continueRequest', { requestId });
  const { method, headers, postData } = request;
  const response = await handle(
    new Request(url, { method, headers, ...(postData === undefined ? {} : { body: postData }) }),
  );
  return session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: headersForBrowser(response),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  });
}

/** Puts the app's navigation guards and its protocol handlers between the page and the network. */
export function interceptRequests(
  session: PageSession,
  allows: NavigationGuard,
  schemes: SchemeHandlers,
): Promise<unknown> {
  async function decide(paused: PausedRequest): Promise<unknown> {
    const { requestId, resourceType, redirectedRequestId, request } = paused;
    const attempt = {
      url: fromBrowserUrl(request.url),
      isMainFrame: paused.frameId === session.targetId,
      isRedirect: redirectedRequestId !== undefined,
    };
    if (resourceType === 'Document' && !allows(attempt)) {
      return session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    }
    return respond(session, paused, schemes);
  }

  session.on<PausedRequest>('Fetch.requestPaused', (paused) => {
    decide(paused).catch((error: unknown) => {
      process.stderr.write(`Error occurred in protocol handler: ${String(error)}\n`);
      const failure = { requestId: paused.requestId, errorReason: 'Failed' };
      // The page may have gone away while its handler was at work.
      session.send('Fetch.failRequest', failure).catch(() => {});
    });
  });
  return session.send('Fetch.enable', {
    patterns: [{ urlPattern: '*', resourceType: 'Document' }, { urlPattern: customSchemeUrls }],
  });
}
