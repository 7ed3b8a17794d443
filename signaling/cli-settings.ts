import * as z from 'zod/mini';
import { iceSettings } from './cli-ice-settings.ts';
import { type Setting, wholeNumber } from './cli-setting.ts';
import { logLevels } from './log.ts';
import {
  hostNameSchema,
  hostSchema,
  MAX_DELAY_MS,
  originSchema,
  proxySchema,
  publicUrlSchema,
} from './options.ts';

/** The options of the command line, but for --help and --version. */
export type SettingName =
  | 'port'
  | 'host'
  | 'public-url'
  | 'trusted-proxy'
  | 'allowed-origin'
  | 'allowed-host'
  | 'web-root'
  | 'max-rooms'
  | 'max-members'
  | 'max-viewers'
  | 'max-sockets-per-address'
  | 'max-misses-per-minute'
  | 'presenter-messages-per-second'
  | 'viewer-messages-per-second'
  | keyof typeof iceSettings
  | 'viewer-resume-ms'
  | 'presenter-resume-ms'
  | 'room-idle-ms'
  | 'log-level';

const MAX_PORT = 65_535;
const MAX_COUNT = 1_000_000;

const count = { value: 'COUNT', ...wholeNumber(1, MAX_COUNT) };
const delayMs = { value: 'MS', ...wholeNumber(1, MAX_DELAY_MS) };

/** Every setting of the command line, in the order its help lists them. */
export const cliSettings: Readonly<Record<SettingName, Setting>> = {
  port: {
    key: 'port',
    value: 'PORT',
    ...wholeNumber(0, MAX_PORT),
    help: 'port to listen on, 0 for any free one (8787)',
  },
  host: {
    key: 'host',
    value: 'ADDRESS',
    schema: hostSchema,
    allowed: 'an address or a host name',
    help: 'address to listen on (0.0.0.0, every IPv4 network)',
  },
  'public-url': {
    key: 'publicUrl',
    value: 'URL',
    schema: publicUrlSchema,
    allowed: 'an http or https address without a path, such as https://share.example.org',
    help: 'where people outside reach this service; goes into invites',
  },
  'trusted-proxy': {
    key: 'trustedProxies',
    value: 'ADDRESS',
    schema: proxySchema,
    allowed: 'an address such as 127.0.0.1, or a network such as 10.0.0.0/8',
    help: 'proxy whose X-Forwarded-For is believed; may be repeated (none)',
    isList: true,
  },
  'allowed-origin': {
    key: 'allowedOrigins',
    value: 'ORIGIN',
    schema: originSchema,
    allowed: 'an origin such as https://example.org',
    help: 'another page that may connect; may be repeated (none)',
    isList: true,
  },
  'allowed-host': {
    key: 'allowedHosts',
    value: 'NAME',
    schema: hostNameSchema,
    allowed: 'a host name such as share.example.org',
    help: 'another name people open it under; may be repeated (none)',
    isList: true,
  },
  'web-root': {
    key: 'webRoot',
    value: 'FOLDER',
    schema: z.string().check(z.minLength(1)),
    allowed: 'a folder',
    help: 'folder with the built web app (the one shipped beside this command)',
  },
  'max-rooms': { key: 'maxRooms', ...count, help: 'rooms open at the same time (5000)' },
  'max-members': { key: 'maxMembers', ...count, help: 'presenters and viewers together (20000)' },
  'max-viewers': { key: 'maxViewers', ...count, help: 'viewers in one room (16)' },
  'max-sockets-per-address': {
    key: 'maxSocketsPerAddress',
    ...count,
    help: 'people behind one address, such as one office (64)',
  },
  'max-misses-per-minute': {
    key: 'maxMissesPerMinute',
    ...count,
    help: 'wrong codes from one address before it has to wait (10)',
  },
  'presenter-messages-per-second': {
    key: 'presenterMessagesPerSecond',
    ...count,
    help: 'what a presenter may send for long; bursts may be tenfold (200)',
  },
  'viewer-messages-per-second': {
    key: 'viewerMessagesPerSecond',
    ...count,
    help: 'the same for a viewer; bursts may be sixfold (50)',
  },
  ...iceSettings,
  'viewer-resume-ms': {
    key: 'viewerResumeMs',
    ...delayMs,
    help: 'how long the seat of a viewer who lost its socket is kept (120000)',
  },
  'presenter-resume-ms': {
    key: 'presenterResumeMs',
    ...delayMs,
    help: 'the same for a presenter and its room (600000)',
  },
  'room-idle-ms': {
    key: 'roomIdleMs',
    ...delayMs,
    help: 'after how long a room without viewers ends (21600000)',
  },
  'log-level': {
    key: 'logLevel',
    value: 'LEVEL',
    schema: z.enum(logLevels),
    allowed: `one of ${logLevels.join(', ')}`,
    help: 'how much is logged to standard error (info)',
  },
};
