import * as z from 'zod/mini';

/** A TURN server as ICE names it (RFC 7065). */
export const turnUrlSchema = z
  .string()
  .check(
    z.maxLength(512),
    z.regex(/^turns?:(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(:\d{1,5})?(\?transport=(udp|tcp))?$/),
    z.refine(hasPossiblePort, 'must have a port from 1 to 65535'),
  );
/** The secret shared with the TURN server. */
export const turnSecretSchema = z.string().check(z.regex(/^[\x21-\x7e]{16,512}$/));
export const turnUsernameSchema = z.string().check(z.regex(/^[\x21-\x7e]{1,512}$/));
export const turnPasswordSchema = z.string().check(z.regex(/^[\x20-\x7e]{1,512}$/));

/** Shorter-lived credentials would run out between the answer and its use. */
export const MIN_TURN_LIFETIME_MS = 10_000;
/** Longer-lived ones would be as good as a password. */
export const MAX_TURN_LIFETIME_MS = 24 * 3_600_000;

type TurnOptions = {
  readonly turnUrls?: readonly string[] | undefined;
  readonly turnSecret?: string | undefined;
  readonly turnUsername?: string | undefined;
  readonly turnPassword?: string | undefined;
};

/** Why these options do not fit together, in one sentence; undefined when they do. */
export function findTurnMistake(options: TurnOptions): string | undefined {
  const hasUrl = (options.turnUrls ?? []).length > 0;
  const hasSecret = options.turnSecret !== undefined;
  const hasUsername = options.turnUsername !== undefined;
  const hasPassword = options.turnPassword !== undefined;
  if (hasSecret && (hasUsername || hasPassword)) {
    return 'A TURN secret and a TURN user name or password are both given; keep one of the two.';
  }
  if (hasUsername !== hasPassword) {
    return '--turn-username and --turn-password-file belong together; one of them is missing.';
  }
  if (hasUrl && !hasSecret && !hasPassword) {
    return '--turn needs credentials: --turn-secret-file, or --turn-username and --turn-password-file.';
  }
  if (!hasUrl && (hasSecret || hasPassword)) {
    return 'Credentials for TURN are given but no TURN server; name it with --turn.';
  }
  return undefined;
}

/** What works but should be otherwise, for whoever runs the service. */
export function listTurnWarnings({ turnPassword, turnUrls = [] }: TurnOptions): string[] {
  const warnings: string[] = [];
  if (turnPassword !== undefined) {
    warnings.push(
      'every member is told the TURN password, which never expires: use --turn-secret-file instead',
    );
  }
  if (turnUrls.length > 0 && !turnUrls.some((url) => url.startsWith('turns:'))) {
    warnings.push(
      'no TURN server is reached over TLS, so networks that let only web pages through stay closed: add --turn turns:NAME:443?transport=tcp',
    );
  }
  return warnings;
}

function hasPossiblePort(url: string): boolean {
  const port = /:(\d+)(\?|$)/.exec(url.replace(/\[.*\]/, ''))?.[1];
  return port === undefined || (Number(port) >= 1 && Number(port) <= 65_535);
}
