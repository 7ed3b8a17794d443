import { supportedOnly } from '../supported-only.ts';

export type FrameOwner = {
  readonly id: number;
  getURL(): string;
  isDestroyed(): boolean;
  send(channel: string, ...args: unknown[]): void;
};

export type MainFrame = {
  readonly url: string;
  readonly origin: string;
  readonly parent: null;
  readonly top: MainFrame;
  readonly routingId: number;
  readonly processId: number;
  readonly frameTreeNodeId: number;
  isDestroyed(): boolean;
  send(channel: string, ...args: unknown[]): void;
};

function originOf(text: string): string {
  if (!URL.canParse(text)) return 'null';
  const { origin, protocol, host } = new URL(text);
  // Node knows no origin for the app's own schemes.
  return origin === 'null' && host ? `${protocol}//${host}` : origin;
}

export function createMainFrame(owner: FrameOwner): MainFrame {
  const frame: MainFrame = supportedOnly('webFrameMain', {
    get url() {
      return owner.getURL();
    },
    get origin() {
      return originOf(owner.getURL());
    },
    parent: null,
    get top() {
      return frame;
    },
    routingId: owner.id,
    processId: process.pid,
    frameTreeNodeId: owner.id,
    isDestroyed: () => owner.isDestroyed(),
    send: (channel, ...args) => owner.send(channel, ...args),
  });
  return frame;
}
