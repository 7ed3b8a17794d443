import type { PageRequest, Refusal } from '../messages.ts';

export type Ask = <Answer>(request: PageRequest) => Promise<Answer>;

export function refuse({ name, message }: Refusal): never {
  throw name === 'TypeError' ? new TypeError(message) : new DOMException(message, name);
}
