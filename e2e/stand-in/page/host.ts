import {
  type HostMessage,
  type PageMessage,
  type PageRequest,
  pageBinding,
  pageDelivery,
} from '../messages.ts';
import { deserialize, serialize } from '../serializer.ts';

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void };

const waiting = new Map<number, Waiting>();
let lastId = 0;
let onEvent: (channel: string, args: unknown[]) => void = () => {};

export function post(message: PageMessage): void {
  const binding = Reflect.get(globalThis, pageBinding) as (text: string) => void;
  binding(serialize(message));
}

/** Asks the main process, which answers each request once. */
export function request(pageRequest: PageRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const id = ++lastId;
    // First, because a value that cannot be cloned throws.
    post({ type: 'request', id, request: pageRequest });
    waiting.set(id, { resolve, reject });
  });
}

export function whenEventArrives(listener: typeof onEvent): void {
  onEvent = listener;
}

function deliver(text: string): void {
  const message = deserialize(text) as HostMessage;
  if (message.type === 'event') {
    onEvent(message.channel, message.args);
    return;
  }
  const asked = waiting.get(message.id);
  waiting.delete(message.id);
  if (message.ok) asked?.resolve(message.value);
  else asked?.reject(new Error(message.error));
}

Reflect.set(globalThis, pageDelivery, deliver);
