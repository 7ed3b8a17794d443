// Looked up by the language, the inspector and test runners on any object they meet.
const probedByRuntimes = new Set([
  'then',
  'toJSON',
  'default',
  '__esModule',
  'nodeType',
  'tagName',
]);

export function unsupported(feature: string): never {
  throw new Error(`stand-in: ${feature} is not supported`);
}

/** Makes reading a member that the stand-in lacks an error instead of `undefined`. */
export function supportedOnly<T extends object>(name: string | undefined, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver: object): unknown {
      if (typeof key === 'symbol' || key in object || probedByRuntimes.has(key)) {
        return Reflect.get(object, key, receiver);
      }
      return unsupported(`${name ?? receiver.constructor.name}.${key}`);
    },
  });
}
