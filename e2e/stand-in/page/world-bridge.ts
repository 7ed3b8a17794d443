// Carries functions, promises and data between a page's main world and the isolated world, the way
// Electron's contextBridge does. Both worlds run this file; they share only the DOM's events, whose
// details Chromium clones from one world to the other.
declare const standInOutgoing: string;
declare const standInIncoming: string;

type Wire =
  | { type: 'hello' | 'welcome' }
  | { type: 'call'; id: number; target: number; args: unknown }
  | { type: 'return'; id: number; ok: boolean; value: unknown }
  | { type: 'settle'; id: number; ok: boolean; value: unknown }
  | { type: 'message'; name: string; value: unknown };
type Reference = { standIn: 'function' | 'promise'; id: number };
type RemoteError = { standIn: 'error'; name: string; message: string };
type Returned = Extract<Wire, { type: 'return' }>;
type Settle = (ok: boolean, value: unknown) => void;

const functions = new Map<number, (...args: unknown[]) => unknown>();
const settlers = new Map<number, Settle>();
const returned = new Map<number, Returned>();
const receivers = new Map<string, (value: never) => void>();
const unsent: Wire[] = [];
let lastId = 0;
let connected = false;

const dispatch = (wire: Wire): boolean =>
  window.dispatchEvent(new CustomEvent(standInOutgoing, { detail: wire }));

function post(wire: Wire): void {
  if (connected) dispatch(wire);
  else unsent.push(wire);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (value === null || typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

const mapValues = (object: object, change: (value: unknown) => unknown): object =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

function wrapPromise(promise: Promise<unknown>): Reference {
  const id = ++lastId;
  promise.then(
    (value) => post({ type: 'settle', id, ok: true, value: wrap(value) }),
    (error) => post({ type: 'settle', id, ok: false, value: wrap(error) }),
  );
  return { standIn: 'promise', id };
}

function wrap(value: unknown): unknown {
  if (typeof value === 'function') {
    const id = ++lastId;
    functions.set(id, value as (...args: unknown[]) => unknown);
    return { standIn: 'function', id } satisfies Reference;
  }
  if (value instanceof Promise) return wrapPromise(value);
  if (value instanceof Error) {
    const { name, message } = value;
    return { standIn: 'error', name, message } satisfies RemoteError;
  }
  if (Array.isArray(value)) return value.map(wrap);
  return isPlain(value) ? mapValues(value, wrap) : value;
}

function call(target: number, args: unknown[]): unknown {
  const id = ++lastId;
  // Events are dispatched synchronously, so the answer is there when `post` comes back.
  post({ type: 'call', id, target, args: wrap(args) });
  const answer = returned.get(id);
  returned.delete(id);
  if (!answer) return undefined;
  if (answer.ok) return unwrap(answer.value);
  throw unwrap(answer.value);
}

function unwrapPromise(id: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    settlers.set(id, (ok, value) => (ok ? resolve(value) : reject(value)));
  });
}

function unwrap(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrap);
  if (!isPlain(value)) return value;
  const special = value as Partial<Reference | RemoteError>;
  switch (special.standIn) {
    case 'function':
      return (...args: unknown[]) => call(special.id ?? 0, args);
    case 'promise':
      return unwrapPromise(special.id ?? 0);
    case 'error':
      return Object.assign(new Error(special.message), { name: special.name });
    default:
      return mapValues(value, unwrap);
  }
}

function answerCall(wire: Extract<Wire, { type: 'call' }>): void {
  let outcome: { ok: boolean; value: unknown };
  try {
    const target = functions.get(wire.target);
    outcome = { ok: true, value: wrap(target?.(...(unwrap(wire.args) as unknown[]))) };
  } catch (error) {
    outcome = { ok: false, value: wrap(error) };
  }
  dispatch({ type: 'return', id: wire.id, ...outcome });
}

function connect(answer: boolean): void {
  if (connected) return;
  connected = true;
  if (answer) dispatch({ type: 'welcome' });
  for (const wire of unsent.splice(0)) dispatch(wire);
}

function receive(wire: Wire): void {
  switch (wire.type) {
    case 'hello':
    case 'welcome':
      connect(wire.type === 'hello');
      break;
    case 'call':
      answerCall(wire);
      break;
    case 'return':
      returned.set(wire.id, wire);
      break;
    case 'settle':
      settlers.get(wire.id)?.(wire.ok, unwrap(wire.value));
      settlers.delete(wire.id);
      break;
    case 'message':
      receivers.get(wire.name)?.(unwrap(wire.value) as never);
      break;
  }
}

window.addEventListener(standInIncoming, (event) => {
  event.stopImmediatePropagation();
  receive((event as CustomEvent<Wire>).detail);
});
dispatch({ type: 'hello' });

export const otherWorld = {
  send: (name: string, value: unknown): void => post({ type: 'message', name, value: wrap(value) }),
  on: <Value>(name: string, receiver: (value: Value) => void): void =>
    void receivers.set(name, receiver),
};
