import { readFile } from 'node:fs/promises';
import { type ClientRequest, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lookup } from 'mrmime';
import { supportedOnly } from '../supported-only.ts';

type Target = string | URL | Request;

async function fetchFile(url: string): Promise<Response> {
  const file = fileURLToPath(url);
  try {
    const type = lookup(extname(file)) ?? 'application/octet-stream';
    return new Response(new Uint8Array(await readFile(file)), {
      headers: { 'content-type': type },
    });
  } catch {
    throw new Error('net::ERR_FILE_NOT_FOUND');
  }
}

type NetOptions = RequestOptions & { session?: unknown; redirect?: string };

export const net = supportedOnly('net', {
  isOnline: (): boolean => true,
  /** Follows no redirect by itself, and asks for no login: Node's own request. */
  request({ session: _session, redirect: _redirect, ...options }: NetOptions): ClientRequest {
    return options.protocol === 'https:' ? requestHttps(options) : requestHttp(options);
  },
  async fetch(target: Target, init?: RequestInit): Promise<Response> {
    const url = target instanceof Request ? target.url : String(target);
    return url.startsWith('file:') ? fetchFile(url) : fetch(target, init);
  },
});
