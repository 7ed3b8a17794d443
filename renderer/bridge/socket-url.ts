/** WebSocket URL of the signaling service at an http(s) origin; the path is P1 of docs/protocol.md. */
export function socketUrlOf(origin: string): string {
  return `${origin.replace(/^http/, 'ws')}/ws`;
}

/** The http(s) origin a WebSocket URL belongs to. */
export function originOfSocketUrl(socketUrl: string): string {
  return new URL(socketUrl.replace(/^ws/, 'http')).origin;
}
