import * as fc from 'fast-check';
import { anyText, hostileJson } from './hostile-json.ts';
import { mutated } from './mutation.ts';

/** What an attacker may send where JSON of this form belongs; now and then it is really of it. */
export function hostileJsonText(valid: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const text = valid.map((value) => JSON.stringify(value));
  return fc.oneof(
    { arbitrary: text, weight: 2 },
    { arbitrary: mutated(text), weight: 6 },
    { arbitrary: hostileJson(valid), weight: 6 },
    { arbitrary: mutated(hostileJson(valid)), weight: 2 },
    { arbitrary: anyText, weight: 4 },
  );
}

/** The same where plain text of some form belongs. */
export function hostilePlainText(valid: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(
    { arbitrary: valid, weight: 2 },
    { arbitrary: mutated(valid), weight: 8 },
    { arbitrary: anyText, weight: 4 },
  );
}

const stretchedPieces = [
  '[',
  '{"a":',
  '{"type":"signal",',
  '"',
  '\\"',
  '\\u0000',
  '1',
  '1e',
  ' ',
  '-',
  '\u2028',
  '\u0130',
  '\ud83d\ude00',
  '\u202e a',
  'O',
  'http://',
  'sealed1.',
  'AAAA',
] as const;

/** One piece again and again up to a length: what makes careless parsers slow. */
export function stretched(length: number): string[] {
  const fill = (piece: string) => piece.repeat(Math.ceil(length / piece.length));
  const bare = stretchedPieces.map((piece) => fill(piece).slice(0, length));
  const quoted = stretchedPieces
    .filter((piece) => !/["\\]/.test(piece))
    .map((piece) => JSON.stringify({ type: 'signal', payload: fill(piece) }));
  return [...bare, ...quoted];
}
