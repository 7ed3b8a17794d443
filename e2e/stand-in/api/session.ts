import { record, recorded } from '../recorder.ts';
import { StrictEmitter } from '../strict-emitter.ts';
import { supportedOnly } from '../supported-only.ts';
import { handleScheme, isSchemeHandled, unhandleScheme } from './custom-schemes.ts';

export type DisplayMediaRequest = {
  frame: object;
  securityOrigin: string;
  videoRequested: boolean;
  audioRequested: boolean;
  userGesture: boolean;
};
export type Streams = { video?: { id?: unknown }; audio?: unknown };
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

export const sessionProtocol = supportedOnly('protocol', {
  handle: handleScheme,
  unhandle: unhandleScheme,
  isProtocolHandled: isSchemeHandled,
});

class Session extends StrictEmitter {
  displayMediaHandler: DisplayMediaHandler | null = null;
  permissionRequestHandler: PermissionRequestHandler | null = null;
  permissionCheckHandler: PermissionCheckHandler | null = null;
  readonly protocol = sessionProtocol;
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

export const session = supportedOnly('session', {
  defaultSession,
  /** Good for being handed to `net.request`, and for nothing else. */
  fromPartition: (partition: string) => supportedOnly(`session of '${partition}'`, {}),
});
