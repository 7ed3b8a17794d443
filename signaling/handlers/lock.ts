import type { PresenterHandler } from './handler.ts';

/** The presenter shuts or opens the door for viewers who come later (P16). */
export const lock: PresenterHandler<'lock'> = (message, { room }) => {
  room.isLocked = message.isLocked;
  return undefined;
};
