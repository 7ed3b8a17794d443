import * as fc from 'fast-check';

const keys = ['__proto__', 'constructor', 'toString', 'type', 'version', 'peerId', '', 'length'];

const nested = fc
  .tuple(fc.constantFrom<[string, string]>(['[', ']'], ['{"a":', '}']), fc.nat({ max: 2_000 }))
  .map(([[open, close], depth]) => `${open.repeat(depth)}1${close.repeat(depth)}`);

/** A JSON text in the place where another value belongs; huge numbers cannot be made otherwise. */
const hostileValue: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('null', 'true', '[]', '{}', '0', '-1', '-0', '1e999', '1e-999', '""', '1.5'),
  fc.constantFrom('9007199254740993', '"1"', '[1]', '{"length":32}', '"\\ud800"', '"\\u0000"'),
  { arbitrary: fc.json({ maxDepth: 3 }), weight: 1 },
  { arbitrary: nested, weight: 1 },
  { arbitrary: fc.nat({ max: 5_000 }).map((length) => `"${'a'.repeat(length)}"`), weight: 1 },
);

type Edit = { readonly kind: 'replace' | 'add' | 'drop'; readonly at: number } & {
  readonly key: string;
  readonly value: string;
};

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('replace', 'add', 'drop'),
  at: fc.nat({ max: 100 }),
  key: fc.constantFrom(...keys),
  value: hostileValue,
});

/** A valid object with values exchanged, keys added (twice, too) or taken away, as JSON text. */
export function hostileJson(valid: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return fc.tuple(valid, fc.array(edit, { minLength: 1, maxLength: 3 })).map(([value, edits]) => {
    const members = toMembers(value);
    for (const { kind, at, key, value: text } of edits) {
      const index = at % (members.length + 1);
      const member = members[index];
      if (kind === 'add' || !member) members.splice(index, 0, [key, text]);
      else if (kind === 'drop') members.splice(index, 1);
      else member[1] = text;
    }
    return `{${members.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`;
  });
}

/** Any JSON, any text, any 16-bit units and deep nesting, of no grammar of ours. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.nat({ max: 0xffff }), { maxLength: 100 })
    .map((units) => String.fromCharCode(...units)),
  fc.json({ maxDepth: 4 }),
  nested,
);

function toMembers(value: unknown): [string, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => [key, JSON.stringify(member)]);
}
