import { formatRoomCode, type RoomCode } from '../../signaling/room-code.ts';

/** The link that opens an invite in the desktop app (P80 of docs/protocol.md). */
export const appLinkOf = (code: RoomCode, origin: string): string =>
  `sightline://join/${formatRoomCode(code)}?server=${encodeURIComponent(origin)}`;

/** Whether there is a desktop app for the computer this browser runs on. */
export const hasDesktopApp = (system: string | undefined): boolean =>
  system === 'Windows' || system === 'macOS' || system === 'Linux';
