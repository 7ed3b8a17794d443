import * as fc from 'fast-check';

/** Pieces of JSON and of our own grammar that parsers have stumbled over. */
const tokens = [
  '"__proto__":{"isAdmin":true},',
  '"constructor":{"prototype":{"isAdmin":true}},',
  '"type":"ping",',
  '"version":1,',
  '"version":1e0,',
  '1e999',
  '-0',
  '9007199254740993',
  '0.1e-400',
  '\\u0000',
  '\\ud800',
  '\u0000',
  '\ufeff',
  '\u2028',
  '\u202e',
  'null',
  '{}',
  '[]',
  '"',
  '\\',
  '{',
  '}',
  '[[[[[[[[',
  '=',
  '==',
  '.',
  '-',
  ' ',
  'sealed1.',
  'http://',
  'https://[::1]/j#',
] as const;

type Mutation = (text: string) => string;

const place = (text: string, at: number) => at % (text.length + 1);
const insert = (text: string, at: number, piece: string) =>
  text.slice(0, place(text, at)) + piece + text.slice(place(text, at));

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(fc.nat(), fc.nat({ max: 15 })).map(([at, bit]) => (text: string) => {
    const index = place(text, at);
    const flipped = (text.charCodeAt(index) || 0) ^ (1 << bit);
    return text.slice(0, index) + String.fromCharCode(flipped) + text.slice(index + 1);
  }),
  fc.nat().map((at) => (text: string) => text.slice(0, place(text, at))),
  fc.tuple(fc.nat(), fc.nat({ max: 80 })).map(([at, length]) => (text: string) => {
    return text.slice(0, place(text, at)) + text.slice(place(text, at) + length);
  }),
  fc.tuple(fc.nat(), fc.nat(), fc.nat({ max: 80 })).map(([from, at, length]) => (text: string) => {
    return insert(text, at, text.slice(place(text, from), place(text, from) + length));
  }),
  fc.tuple(fc.nat(), fc.constantFrom(...tokens)).map(([at, token]) => (text: string) => {
    return insert(text, at, token);
  }),
);

/** The text after one to four small accidents or attacks. */
export function mutated(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(text, fc.array(mutation, { minLength: 1, maxLength: 4 }))
    .map(([valid, mutations]) => mutations.reduce((result, mutate) => mutate(result), valid));
}
