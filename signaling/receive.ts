import { createBudget, spend } from './budget.ts';
import { type Connection, hangUp, setState } from './connection-state.ts';
import { dispatch, dispatchOpening, relay } from './dispatch.ts';
import type { OpeningAnswer } from './handlers/handler.ts';
import { missLate } from './miss.ts';
import { parseClientFrame } from './parse-frame.ts';
import type { ClientMessage, RefusalCode } from './protocol.ts';
import { refuse } from './refuse.ts';
import type { Service } from './service.ts';

/** Handles one frame; `undefined` stands for a binary one. Never throws. */
export function receive(connection: Connection, bytes: Buffer | undefined, service: Service): void {
  const { state } = connection;
  try {
    if (bytes && state.name === 'member' && relay(bytes, state.sender, service)) return;
    const frame = bytes && parseClientFrame(bytes.toString());
    if (frame?.isValid) obey(connection, frame.message, service);
    else refuseMalformed(connection, frame?.code ?? 'bad-frame', frame?.inReplyTo, service);
  } catch (error) {
    // One member's frame must never take the others down.
    service.deps.log.error({ err: error }, 'handler failed');
    hangUp(connection, 1011, service);
  }
}

/** Pays for one frame; hangs up on a socket that sends too much, and remembers its network. */
export function pay(connection: Connection, byteCount: number, service: Service): boolean {
  if (spend(connection.budget, byteCount, connection.lastHeardAtMs)) return true;
  const { joining, returning } = service.attempts;
  joining.count(connection.newcomer.network);
  returning.count(connection.newcomer.network, service.options.maxSocketsPerAddress);
  refuse(connection, { code: 'too-fast' }, service);
  hangUp(connection, 1008, service);
  return false;
}

function obey(connection: Connection, message: ClientMessage, service: Service): void {
  const { newcomer, state } = connection;
  const inReplyTo = message.type;
  if (state.name === 'member') {
    const code = dispatch(message, state.sender, service);
    if (code !== undefined) refuse(connection, { code, inReplyTo }, service);
  } else if (state.name === 'new') {
    settle(connection, dispatchOpening(message, newcomer, service), inReplyTo, service);
  } else {
    refuse(connection, { code: 'wrong-order', inReplyTo }, service);
  }
}

function settle(
  connection: Connection,
  answer: OpeningAnswer,
  inReplyTo: ClientMessage['type'],
  service: Service,
): void {
  if (answer === 'done') return;
  if (answer === 'no-such-room' || answer === 'resume-failed') {
    missLate(connection, { code: answer, inReplyTo }, service);
  } else if (typeof answer === 'string') {
    refuse(connection, { code: answer, inReplyTo }, service);
  } else if ('retryAfterMs' in answer) {
    refuse(connection, { code: 'too-many-attempts', inReplyTo, ...answer }, service);
  } else {
    const { role } = answer.member;
    setState(connection, { name: 'member', sender: answer });
    connection.budget = createBudget(role, service.options, service.deps.now());
  }
}

function refuseMalformed(
  connection: Connection,
  code: RefusalCode,
  inReplyTo: string | undefined,
  service: Service,
): void {
  refuse(connection, { code, ...(inReplyTo !== undefined && { inReplyTo }) }, service);
  connection.malformedCount += 1;
  if (connection.malformedCount < service.options.maxMalformed) return;
  hangUp(connection, 1008, service);
}
