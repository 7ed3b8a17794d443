import { useEffect, useState } from 'react';
import { readServerAddress } from '../../../preload/server-address.ts';
import type { ServerCheck } from '../../../preload/settings.ts';

/** Nobody is asked for an address that is still being typed. */
const TYPING_PAUSE_MS = 400;

export type ServerStatus =
  | { readonly name: 'none' }
  | { readonly name: 'not-an-address' }
  | { readonly name: 'checking'; readonly server: string }
  | { readonly name: 'checked'; readonly server: string; readonly check: ServerCheck };

/** What is known of the server at an address as it is typed. */
export function useServerStatus(
  text: string,
  checkServer: (origin: string) => Promise<ServerCheck>,
): ServerStatus {
  const [status, setStatus] = useState<ServerStatus>({ name: 'none' });
  const origin = readServerAddress(text);
  const isEmpty = text.trim() === '';
  useEffect(() => {
    let isCurrent = true;
    const show = (next: ServerStatus) => isCurrent && setStatus(next);
    if (isEmpty) show({ name: 'none' });
    const timer = setTimeout(() => {
      if (isEmpty) return;
      if (origin === undefined) return show({ name: 'not-an-address' });
      const server = withoutScheme(origin);
      show({ name: 'checking', server });
      checkServer(origin).then(
        (check) => show({ name: 'checked', server, check }),
        () => show({ name: 'checked', server, check: { outcome: 'unreachable' } }),
      );
    }, TYPING_PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [origin, isEmpty, checkServer]);
  return status;
}

const withoutScheme = (origin: string): string => origin.replace(/^https:\/\//, '');
