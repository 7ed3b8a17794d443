import { promise } from './target.ts';

const prototypes = [Object, Array, String, Number, Boolean, Function, RegExp].map(
  ({ prototype }) => prototype as object,
);
const untouched = prototypes.map((prototype) => Reflect.ownKeys(prototype).length);

/** Throws a Violation if any of the built-in prototypes has gained or lost a property. */
export function checkPrototypes(): void {
  prototypes.forEach((prototype, index) => {
    const isUntouched = Reflect.ownKeys(prototype).length === untouched[index];
    promise(isUntouched, 'no input changes a built-in prototype');
  });
}

/** Throws a Violation if an attacker could have chosen a prototype anywhere in what was parsed. */
export function checkPlain(value: unknown): void {
  if (typeof value === 'string') return;
  if (typeof value === 'number') promise(Number.isFinite(value), 'numbers are finite');
  if (typeof value !== 'object' || value === null) return;
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = Array.isArray(value)
    ? prototype === Array.prototype
    : prototype === Object.prototype || prototype === null;
  promise(isPlain, 'parsed values have no prototype of the sender’s choice');
  promise(!Object.hasOwn(value, '__proto__'), 'parsed values have no own __proto__');
  for (const member of Object.values(value)) checkPlain(member);
}

/** Throws a Violation unless parsing what was parsed once more gives the same. */
export function checkStable<T>(result: T, parse: (text: string) => T | undefined): void {
  checkPlain(result);
  // As text, because JSON has no -0.
  const text = JSON.stringify(result);
  const isSame = JSON.stringify(parse(text)) === text;
  promise(isSame, 'what was accepted is accepted again, unchanged');
}
