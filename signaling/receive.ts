import { type Connection, hangUp, setState } from './connection-state.ts';
import { dispatch, dispatchOpening } from './dispatch.ts';
import { type ClientMessage, parseClientFrame, type RefusalCode } from './protocol.ts';
import type { Service } from './service.ts';

/** Handles one frame; `undefined` stands for a binary one. Never throws. */
export function receive(connection: Connection, text: string | undefined, service: Service): void {
  if (connection.state.name === 'closed' || connection.state.name === 'too-slow') return;
  try {
    const frame = text === undefined ? undefined : parseClientFrame(text);
    if (frame?.isValid) obey(connection, frame.message, service);
    else refuseMalformed(connection, frame?.code ?? 'bad-frame', frame?.inReplyTo, service);
  } catch (error) {
    // One member's frame must never take the others down.
    service.deps.log.error({ err: error }, 'handler failed');
    hangUp(connection, 1011, service);
  }
}

function obey(connection: Connection, message: ClientMessage, service: Service): void {
  const { line, state } = connection;
  if (state.name === 'member') {
    const refusal = dispatch(message, state.sender, service);
    if (refusal !== undefined) refuse(connection, refusal, message.type, service);
    return;
  }
  const answer = dispatchOpening(message, line, service);
  if (typeof answer === 'string') refuse(connection, answer, message.type, service);
  else if (answer !== undefined) setState(connection, { name: 'member', sender: answer });
}

function refuseMalformed(
  connection: Connection,
  code: RefusalCode,
  inReplyTo: string | undefined,
  service: Service,
): void {
  refuse(connection, code, inReplyTo, service);
  connection.malformedCount += 1;
  if (connection.malformedCount < service.options.maxMalformed) return;
  hangUp(connection, 1008, service);
}

function refuse(
  { line }: Connection,
  code: RefusalCode,
  inReplyTo: string | undefined,
  service: Service,
): void {
  service.deps.log.debug({ code, inReplyTo }, 'refused');
  line.send({ type: 'refused', code, ...(inReplyTo !== undefined && { inReplyTo }) });
}
