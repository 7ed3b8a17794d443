// A WebSocket client that does as little as possible: frames are made once and sent again and
// again, arriving ones are only cut apart. A complete client would cost as much as the servers
// that are to be measured.
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

const HANDSHAKE_TIMEOUT_MS = 20_000;
const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

/**
 * One socket. `onFrame` gets the payload of every text frame, a Buffer that is only good until it
 * returns; as long as nobody sets it, frames wait for `hear`.
 * @typedef {{
 *   onFrame: (payload: Buffer) => void,
 *   onClose: () => void,
 *   readonly isOpen: boolean,
 *   readonly waitingBytes: number,
 *   send: (frame: Buffer) => void,
 *   say: (message: object) => void,
 *   hear: (isIt: (text: string) => boolean) => Promise<string>,
 *   end: () => void,
 * }} Line
 */

/**
 * A masked client frame.
 * @param {number} opcode
 * @param {Buffer} payload
 */
function encodeFrame(opcode, payload) {
  const isShort = payload.length < 126;
  const head = Buffer.alloc(isShort ? 2 : 4);
  head[0] = 0x80 | opcode;
  head[1] = 0x80 | (isShort ? payload.length : 126);
  if (!isShort) head.writeUInt16BE(payload.length, 2);
  const mask = randomBytes(4);
  const masked = Buffer.from(payload);
  for (let at = 0; at < masked.length; at += 1) {
    masked[at] = Number(masked[at]) ^ Number(mask[at % 4]);
  }
  return Buffer.concat([head, mask, masked]);
}

/** @param {string} text at most 65535 bytes */
export const textFrame = (text) => encodeFrame(TEXT, Buffer.from(text));

/**
 * Opens a socket to a server on this computer.
 * @param {{ port: number, path: string, localAddress: string }} where
 * @returns {Promise<Line>}
 */
export function openLine({ port, path, localAddress }) {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, localAddress, noDelay: true });
    /** @type {Buffer} */
    let pending = Buffer.alloc(0);
    let isUpgraded = false;
    const inbox = createInbox();
    const timer = setTimeout(() => socket.destroy(new Error('no answer')), HANDSHAKE_TIMEOUT_MS);

    /** @type {Line} */
    const line = {
      onFrame: inbox.put,
      onClose: () => {},
      get isOpen() {
        return !socket.destroyed && socket.writable;
      },
      get waitingBytes() {
        return socket.writableLength;
      },
      send: (frame) => void socket.write(frame),
      say: (message) => void socket.write(textFrame(JSON.stringify(message))),
      hear: inbox.take,
      end: () => void socket.destroy(),
    };

    socket.on('data', (/** @type {Buffer} */ chunk) => {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      if (!isUpgraded) {
        const end = pending.indexOf('\r\n\r\n');
        if (end < 0) return;
        const status = pending.toString('latin1', 0, end).split('\r\n')[0] ?? '';
        if (!status.includes(' 101 ')) return void socket.destroy(new Error(status));
        isUpgraded = true;
        clearTimeout(timer);
        pending = pending.subarray(end + 4);
        resolve(line);
      }
      pending = cutFrames(pending, (opcode, payload) => {
        if (opcode === TEXT) line.onFrame(payload);
        else if (opcode === PING) socket.write(encodeFrame(PONG, payload));
        else if (opcode === CLOSE) socket.end();
      });
    });
    socket.on('error', reject);
    socket.on('close', () => {
      clearTimeout(timer);
      reject(new Error('closed'));
      line.onClose();
    });
    const key = randomBytes(16).toString('base64');
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\n` +
        `Connection: Upgrade\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
    );
  });
}

/**
 * Hands over every complete frame of a server, which never masks; returns the rest.
 * @param {Buffer} bytes
 * @param {(opcode: number, payload: Buffer) => void} take
 */
function cutFrames(bytes, take) {
  let at = 0;
  while (bytes.length - at >= 2) {
    const first = Number(bytes[at]);
    let length = Number(bytes[at + 1]) & 0x7f;
    let start = at + 2;
    if (length === 126) {
      if (bytes.length - start < 2) break;
      length = bytes.readUInt16BE(start);
      start += 2;
    } else if (length === 127) throw new Error('no message here is that long');
    if (bytes.length - start < length) break;
    take(first & 0x0f, bytes.subarray(start, start + length));
    at = start + length;
  }
  return at === 0 ? bytes : bytes.subarray(at);
}

/**
 * Keeps text frames until somebody waits for them.
 */
function createInbox() {
  /** @type {string[]} */
  const texts = [];
  let wake = () => {};
  return {
    /** @param {Buffer} payload */
    put(payload) {
      texts.push(payload.toString());
      wake();
    },
    /**
     * Waits for one text, passing over others.
     * @param {(text: string) => boolean} isIt
     * @returns {Promise<string>}
     */
    take(isIt) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('nothing heard')), HANDSHAKE_TIMEOUT_MS);
        wake = () => {
          for (let text = texts.shift(); text !== undefined; text = texts.shift()) {
            if (!isIt(text)) continue;
            clearTimeout(timer);
            wake = () => {};
            return resolve(text);
          }
        };
        wake();
      });
    },
  };
}
