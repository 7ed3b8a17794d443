// JSON with the values that Electron's structured clone keeps and JSON loses. Runs on both sides:
// in the main process and, bundled, in the page.
type Tagged = { $: string; v?: unknown };

const notCloneable = /^(Promise|WeakMap|WeakSet|HTML|SVG|Window|MediaStream|RTC|Node|Element)/;

/** Both sides have one of their own, fast enough for whole screens. */
const toBase64 = (bytes: Uint8Array & { toBase64?(): string }): string =>
  bytes.toBase64?.() ??
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => {
  const native: unknown = Reflect.get(Uint8Array, 'fromBase64');
  if (typeof native === 'function') return native.call(Uint8Array, text);
  return new Uint8Array(Buffer.from(text, 'base64'));
};

function encodeNumber(value: number): unknown {
  if (Number.isFinite(value) && !Object.is(value, -0)) return value;
  return { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
}

function encodeObject(value: object, ancestors: readonly object[]): unknown {
  if (ancestors.includes(value)) throw new Error('stand-in: cyclic values are not supported');
  const inner = [...ancestors, value];
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (notCloneable.test(tag)) throw new Error('An object could not be cloned.');
  if (Array.isArray(value)) return value.map((item) => encode(item, inner));
  if (value instanceof Date) return { $: 'date', v: value.getTime() };
  if (value instanceof RegExp) return { $: 'regexp', v: [value.source, value.flags] };
  if (value instanceof Error) return { $: 'error', v: [value.name, value.message, value.stack] };
  if (value instanceof Map) {
    return { $: 'map', v: [...value].map((entry) => entry.map((item) => encode(item, inner))) };
  }
  if (value instanceof Set) return { $: 'set', v: [...value].map((item) => encode(item, inner)) };
  if (value instanceof ArrayBuffer) return { $: 'buffer', v: toBase64(new Uint8Array(value)) };
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return { $: 'view', v: [tag, toBase64(bytes)] };
  }
  const plain = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, encode(item, inner)]),
  );
  return '$' in plain ? { $: 'object', v: plain } : plain;
}

function encode(value: unknown, ancestors: readonly object[]): unknown {
  switch (typeof value) {
    case 'undefined':
      return { $: 'undefined' };
    case 'number':
      return encodeNumber(value);
    case 'bigint':
      return { $: 'bigint', v: String(value) };
    case 'function':
    case 'symbol':
      throw new Error('An object could not be cloned.');
    case 'object':
      return value === null ? null : encodeObject(value, ancestors);
    default:
      return value;
  }
}

const decodeEntries = (value: object): object =>
  Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decode(item)]));

function decodeView([tag, text]: [string, string]): unknown {
  const bytes = fromBase64(text);
  if (tag === 'Uint8Array') return bytes;
  const View: unknown = Reflect.get(globalThis, tag);
  return typeof View === 'function' ? Reflect.construct(View, [bytes.buffer]) : bytes;
}

function decodeError([name, message, stack]: [string, string, string]): Error {
  return Object.assign(new Error(message), { name, stack });
}

const decoders: Record<string, (value: never) => unknown> = {
  undefined: () => undefined,
  number: (text: string) => Number(text),
  bigint: (text: string) => BigInt(text),
  date: (time: number) => new Date(time),
  regexp: ([source, flags]: [string, string]) => new RegExp(source, flags),
  error: decodeError,
  map: (entries: unknown[]) => new Map(decode(entries) as [unknown, unknown][]),
  set: (items: unknown[]) => new Set(decode(items) as unknown[]),
  buffer: (text: string) => fromBase64(text).buffer,
  view: decodeView,
  object: (value: object) => decodeEntries(value),
};

function decode(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(decode);
  if (!('$' in value)) return decodeEntries(value);
  const tagged = value as Tagged;
  const decoder = decoders[tagged.$];
  if (!decoder) throw new Error(`stand-in: unknown tag ${tagged.$}`);
  return decoder(tagged.v as never);
}

export const serialize = (value: unknown): string => JSON.stringify(encode(value, []));
export const deserialize = (text: string): unknown => decode(JSON.parse(text));
