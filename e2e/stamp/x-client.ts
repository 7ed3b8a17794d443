import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';

/** A rectangle of one colour (0xRRGGBB) in a window. */
export type Patch = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: number;
};

export type XWindow = {
  /** Paints all of it at once; on the screen well within a millisecond. */
  paint(patches: readonly Patch[]): void;
  close(): void;
};

/** Numbers of requests, and of values in them (X11 protocol, section 9 and appendix B). */
const REQUEST = {
  createWindow: 1,
  mapWindow: 8,
  configureWindow: 12,
  createPixmap: 53,
  createGc: 55,
  changeGc: 56,
  copyArea: 62,
  fillRectangles: 70,
} as const;
const INPUT_OUTPUT = 1;
const OVERRIDE_REDIRECT = 0x200;
const STACK_MODE = 0x40;
const FOREGROUND = 0x4;

/**
 * Opens a window above all others, without a window manager or a browser in between: what it is
 * told to paint is on the screen at once, so a clock in it tells the time the screen changed.
 */
export async function openXWindow(
  display: string,
  place: { x: number; y: number; width: number; height: number },
): Promise<XWindow> {
  const socket = createConnection(`/tmp/.X11-unix/X${display.replace(/^:|\..*$/g, '')}`);
  await once(socket, 'connect');
  const { firstId, root, depth } = await greet(socket);
  // Events and errors are of no interest, but must not pile up.
  socket.resume();
  const { x, y, width, height } = place;
  const [window, pixmap, gc] = [firstId, firstId + 1, firstId + 2];
  const size = pair(width, height);
  socket.write(
    Buffer.concat([
      request(REQUEST.createWindow, 0, [
        ...[window, root, pair(x, y), size, pair(0, INPUT_OUTPUT), 0],
        ...[OVERRIDE_REDIRECT, 1],
      ]),
      request(REQUEST.createPixmap, depth, [pixmap, window, size]),
      request(REQUEST.createGc, 0, [gc, pixmap, 0]),
      request(REQUEST.mapWindow, 0, [window]),
    ]),
  );
  return {
    paint(patches) {
      const fills = patches.flatMap((patch) => [
        request(REQUEST.changeGc, 0, [gc, FOREGROUND, patch.colour]),
        request(REQUEST.fillRectangles, 0, [
          ...[pixmap, gc, pair(patch.x, patch.y), pair(patch.width, patch.height)],
        ]),
      ]);
      const show = request(REQUEST.copyArea, 0, [pixmap, window, gc, 0, 0, size]);
      const raise = request(REQUEST.configureWindow, 0, [window, STACK_MODE, 0]);
      socket.write(Buffer.concat([...fills, raise, show]));
    },
    close: () => socket.destroy(),
  };
}

async function greet(socket: Socket): Promise<{ firstId: number; root: number; depth: number }> {
  const greeting = Buffer.alloc(12);
  greeting.write('l');
  greeting.writeUInt16LE(11, 2);
  socket.write(greeting);
  let answer = Buffer.alloc(0);
  while (answer.length < 8 || answer.length < 8 + answer.readUInt16LE(6) * 4) {
    const [more] = (await once(socket, 'data')) as [Buffer];
    answer = Buffer.concat([answer, more]);
  }
  if (answer[0] !== 1) throw new Error('the X server lets nobody in');
  const vendorLength = Math.ceil(answer.readUInt16LE(24) / 4) * 4;
  const screen = 40 + vendorLength + answer.readUInt8(29) * 8;
  return {
    firstId: answer.readUInt32LE(12),
    root: answer.readUInt32LE(screen),
    depth: answer.readUInt8(screen + 38),
  };
}

/** One request: its number, one byte of its own, then words of 32 bits. */
function request(number: number, detail: number, words: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 + 4 * words.length);
  bytes.writeUInt8(number, 0);
  bytes.writeUInt8(detail, 1);
  bytes.writeUInt16LE(1 + words.length, 2);
  words.forEach((word, index) => {
    bytes.writeUInt32LE(word >>> 0, 4 + 4 * index);
  });
  return bytes;
}

/** Two numbers of 16 bits in one word. */
const pair = (low: number, high: number): number => ((high << 16) | (low & 0xffff)) >>> 0;
