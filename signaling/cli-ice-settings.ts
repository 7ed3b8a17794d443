import * as z from 'zod/mini';
import { type Setting, wholeNumber } from './cli-setting.ts';
import { stunUrlSchema } from './options.ts';
import {
  MAX_TURN_LIFETIME_MS,
  MIN_TURN_LIFETIME_MS,
  turnPasswordSchema,
  turnSecretSchema,
  turnUrlSchema,
  turnUsernameSchema,
} from './turn-options.ts';

/** The settings of what members are told to connect with. */
export const iceSettings = {
  stun: {
    key: 'stunUrls',
    value: 'URL',
    schema: stunUrlSchema,
    allowed: 'a STUN address such as stun:stun.example.org:3478',
    help: 'STUN server to tell members; may be repeated (two public ones, if no TURN is set)',
    isList: true,
  },
  'no-public-stun': {
    key: 'usesPublicStun',
    schema: z.pipe(
      z.enum(['true', '1', 'false', '0']),
      z.transform((text) => text === 'false' || text === '0'),
    ),
    allowed: 'true or false',
    help: 'tell members no public STUN server',
  },
  turn: {
    key: 'turnUrls',
    value: 'URL',
    schema: turnUrlSchema,
    allowed: 'a TURN address such as turns:turn.example.org:443?transport=tcp',
    help: 'TURN server to tell members; may be repeated (none)',
    isList: true,
  },
  'turn-secret-file': {
    key: 'turnSecret',
    value: 'FILE',
    schema: turnSecretSchema,
    allowed: 'one line of 16 to 512 visible characters',
    help: 'file with the secret shared with the TURN server (static-auth-secret)',
    isInFile: true,
  },
  'turn-lifetime-ms': {
    key: 'turnLifetimeMs',
    value: 'MS',
    ...wholeNumber(MIN_TURN_LIFETIME_MS, MAX_TURN_LIFETIME_MS),
    help: 'how long credentials made with the secret are good (600000)',
  },
  'turn-username': {
    key: 'turnUsername',
    value: 'NAME',
    schema: turnUsernameSchema,
    allowed: 'a name without spaces',
    help: 'for a TURN server without such a secret: the same name for everybody',
  },
  'turn-password-file': {
    key: 'turnPassword',
    value: 'FILE',
    schema: turnPasswordSchema,
    allowed: 'one line of 1 to 512 characters',
    help: 'and the file with its password; it never expires, so prefer the secret',
    isInFile: true,
  },
} satisfies Record<string, Setting>;
