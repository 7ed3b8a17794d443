import { type Connection, setState } from './connection-state.ts';
import { type Refusal, refuse } from './refuse.ts';
import type { Service } from './service.ts';

/** How much later than planned a miss may be answered, as a part of the delay. */
const JITTER = 0.5;
const JITTER_BYTES = 2;

/**
 * Answers a stranger whose message found nothing. Late, so that the time of the answer does not tell
 * a wrong code from a locked, full, ended or blocking room, and one socket cannot try faster.
 */
export function missLate(connection: Connection, refusal: Refusal, service: Service): void {
  const { state } = connection;
  if (state.name !== 'new') return;
  const { missDelayMs } = service.options;
  if (missDelayMs === 0) {
    refuse(connection, refusal, service);
    return;
  }
  const { randomHex, setTimer } = service.deps;
  const { cancelDeadline } = state;
  const part = Number.parseInt(randomHex(JITTER_BYTES), 16) / 256 ** JITTER_BYTES;
  const cancelAnswer = setTimer(
    () => {
      setState(connection, { name: 'new', cancelDeadline });
      refuse(connection, refusal, service);
    },
    missDelayMs * (1 + JITTER * part),
  );
  setState(connection, { name: 'missed', cancelDeadline, cancelAnswer });
}
