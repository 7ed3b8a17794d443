import { record, recorded } from '../recorder.ts';
import { StrictEmitter } from '../strict-emitter.ts';
import { supportedOnly } from '../supported-only.ts';
import { createSchemeHandlers } from './custom-schemes.ts';

export type DisplayMediaRequest = {
  frame: object;
  securityOrigin: string;
  videoRequested: boolean;
  audioRequested: boolean;
  userGesture: boolean;
};
export type Streams = { video?: { id?: unknown; name?: unknown }; audio?: unknown };
type DisplayMediaHandler = (
  request: DisplayMediaRequest,
  callback: (streams?: Streams | null) => void,
) => unknown;

export type PermissionDetails = {
  requestingUrl: string;
  isMainFrame: boolean;
  securityOrigin: string;
  mediaTypes?: string[];
};
type PermissionRequestHandler = (
  contents: unknown,
  permission: string,
  callback: (granted: boolean) => void,
  details: PermissionDetails,
) => unknown;
type PermissionCheckHandler = (
  contents: unknown,
  permission: string,
  requestingOrigin: string,
  details: object,
) => boolean;

export class Session extends StrictEmitter {
  displayMediaHandler: DisplayMediaHandler | null = null;
  permissionRequestHandler: PermissionRequestHandler | null = null;
  permissionCheckHandler: PermissionCheckHandler | null = null;
  readonly schemes = createSchemeHandlers();
  readonly protocol = supportedOnly('protocol', this.schemes);
  readonly webRequest = supportedOnly('session.webRequest', {
    onHeadersReceived: recorded('webRequest.onHeadersReceived'),
    onBeforeSendHeaders: recorded('webRequest.onBeforeSendHeaders'),
  });
  setDevicePermissionHandler = recorded('session.setDevicePermissionHandler');

  constructor() {
    super('session', []);
  }

  setDisplayMediaRequestHandler(handler: DisplayMediaHandler | null, options?: object): void {
    record('session.setDisplayMediaRequestHandler', options);
    this.displayMediaHandler = handler;
  }

  setPermissionRequestHandler(handler: PermissionRequestHandler | null): void {
    this.permissionRequestHandler = handler;
  }

  setPermissionCheckHandler(handler: PermissionCheckHandler | null): void {
    this.permissionCheckHandler = handler;
  }
}

export const defaultSession = new Session();

const partitions = new Map<string, Session>();

/** Handlers of its own; what pages store is one for all of them. */
export function sessionOf(partition: string | undefined): Session {
  if (partition === undefined) return defaultSession;
  const known = partitions.get(partition) ?? new Session();
  partitions.set(partition, known);
  return known;
}

export const session = supportedOnly('session', {
  defaultSession,
  fromPartition: sessionOf,
});
