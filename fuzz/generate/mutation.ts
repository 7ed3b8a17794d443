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
/** A place in a text of any length. */
type Place = (text: string) => number;

/** Anywhere, and often near the end: checks of what comes last are easily forgotten. */
const place: fc.Arbitrary<Place> = fc.oneof(
  {
    arbitrary: fc.nat().map(
      (at): Place =>
        (text) =>
          at % (text.length + 1),
    ),
    weight: 4,
  },
  {
    arbitrary: fc.nat({ max: 3 }).map(
      (back): Place =>
        (text) =>
          Math.max(0, text.length - back),
    ),
    weight: 1,
  },
);
const length = fc.nat({ max: 80 });

const insert = (text: string, at: number, piece: string) =>
  text.slice(0, at) + piece + text.slice(at);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, fc.nat({ max: 15 })).map(([at, bit]) => (text: string) => {
    const index = at(text);
    const flipped = (text.charCodeAt(index) || 0) ^ (1 << bit);
    return text.slice(0, index) + String.fromCharCode(flipped) + text.slice(index + 1);
  }),
  place.map((at) => (text: string) => text.slice(0, at(text))),
  fc.tuple(place, length).map(([at, count]) => (text: string) => {
    return text.slice(0, at(text)) + text.slice(at(text) + count);
  }),
  fc.tuple(place, place, length).map(([from, at, count]) => (text: string) => {
    return insert(text, at(text), text.slice(from(text), from(text) + count));
  }),
  fc.tuple(place, fc.constantFrom(...tokens)).map(([at, token]) => (text: string) => {
    return insert(text, at(text), token);
  }),
);

/** The text after one to four small accidents or attacks. */
export function mutated(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(text, fc.array(mutation, { minLength: 1, maxLength: 4 }))
    .map(([valid, mutations]) => mutations.reduce((result, mutate) => mutate(result), valid));
}
