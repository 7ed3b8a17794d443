import { describe, expect, it } from 'vitest';
import { askHealth } from './ask-health.ts';

const ask = (answer: () => Promise<Response>) =>
  askHealth('https://share.example', answer, new AbortController().signal);

describe('the server over http', () => {
  it('is asked for its health, past every cache', async () => {
    const requests: unknown[] = [];
    await askHealth(
      'https://share.example',
      async (...request) => {
        requests.push(request);
        return new Response('{}');
      },
      new AbortController().signal,
    );
    expect(requests).toMatchObject([['https://share.example/healthz', { cache: 'no-store' }]]);
  });

  it.each([
    ['{"status":"ok","version":"0.1.0"}', { outcome: 'reached', version: '0.1.0' }],
    ['{"status":"ok","version":"1.2.3-beta.4"}', { outcome: 'reached', version: '1.2.3-beta.4' }],
    ['{"status":"ok","version":"10.0.0.1"}', { outcome: 'reached' }],
    ['{"status":"ok"}', { outcome: 'reached' }],
    ['<title>Sign in to Wi-Fi</title>', { outcome: 'other-answer' }],
    ['{"status":"dead"}', { outcome: 'other-answer' }],
  ])('answers %s', async (text, finding) => {
    expect(await ask(async () => new Response(text))).toEqual(finding);
  });

  it('may be hidden behind an error, or not there', async () => {
    const page = new Response('{"status":"ok"}', { status: 407 });
    expect(await ask(async () => page)).toEqual({ outcome: 'other-answer' });
    expect(await ask(() => Promise.reject(new TypeError('Failed to fetch')))).toEqual({
      outcome: 'no-answer',
    });
  });
});
