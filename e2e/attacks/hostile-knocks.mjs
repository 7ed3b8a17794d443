/**
 * Knocks as nobody should, from a computer of its own: `hostile-knocks.mjs ADDRESS PORT`.
 * Prints how often each answer came, as JSON.
 */
import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { request } from 'node:http';
import { connect } from 'node:net';

const [address, port] = process.argv.slice(2);
const JSON_TYPE = { 'Content-Type': 'application/json' };
const key = () => randomBytes(32).toString('hex');
const knock = (changed) =>
  JSON.stringify({
    ...{ version: 1, shareId: randomBytes(16).toString('hex'), displayName: 'Eve' },
    ...{ publicKey: key(), ...changed },
  });

const send = (body, headers = JSON_TYPE, path = '/nearby/knock') =>
  new Promise((resolve) => {
    const sending = request({ host: address, port, path, method: 'POST', headers, agent: false });
    sending.setTimeout(5_000, () => sending.destroy());
    sending.on('error', () => resolve('cut'));
    sending.on('response', (response) => {
      response.resume();
      response.on('error', () => {});
      resolve(response.statusCode);
    });
    sending.end(body);
  });
/** Headers, half a body, and then nothing. */
const dangle = () =>
  new Promise((resolve) => {
    const socket = connect(Number(port), address, () => {
      socket.write(
        `POST /nearby/knock HTTP/1.1\r\nHost: ${address}\r\nContent-Type: application/json\r\n` +
          'Content-Length: 900\r\n\r\n{"version":1,',
      );
      socket.destroy();
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve('dangled'));
  });
const shout = () =>
  new Promise((resolve) => {
    const socket = createSocket('udp4');
    let left = 500;
    const next = () => {
      left -= 1;
      if (left < 0) return socket.close(() => resolve('shouted'));
      const packet = randomBytes(Math.floor(Math.random() * 1_400));
      // Half of them look like an answer at first.
      if (left % 2 && packet.length > 12) packet.set([0, 0, 0x84, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0]);
      socket.send(packet, 5353, '224.0.0.251', next);
    };
    next();
  });

const answers = [];
answers.push(await send('{'));
answers.push(await send('x'.repeat(5_000_000)));
answers.push(await send(knock({ shareId: '__proto__' })));
answers.push(await send(knock({ displayName: 'x'.repeat(2_000) })));
const replayed = knock();
for (let index = 0; index < 3; index += 1) answers.push(await send(replayed));
answers.push(await send(knock(), { ...JSON_TYPE, Origin: 'http://evil.example' }));
answers.push(await send(knock(), JSON_TYPE, '/nearby/knock/../answer'));
answers.push(...(await Promise.all(Array.from({ length: 200 }, () => send(knock())))));
await Promise.all(Array.from({ length: 50 }, dangle));
await shout();

const counts = {};
for (const answer of answers) counts[answer] = (counts[answer] ?? 0) + 1;
process.stdout.write(JSON.stringify(counts));
