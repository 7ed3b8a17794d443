import type { Connection } from './connection-state.ts';
import type { ServerMessageOf } from './protocol.ts';
import type { Service } from './service.ts';

/** A refusal, without its type. */
export type Refusal = Omit<ServerMessageOf<'refused'>, 'type'>;

/** Says no. The code and the type are ours, so they may be logged. */
export function refuse({ newcomer }: Connection, refusal: Refusal, service: Service): void {
  const { code, inReplyTo } = refusal;
  service.deps.log.debug({ code, inReplyTo }, 'refused');
  newcomer.line.send({ type: 'refused', ...refusal });
}
