// Control characters, and those that turn the direction of text around (UAX 9).
const UNFIT = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu;

/** A name from elsewhere, fit for one line of a menu or a notification. */
export function oneLine(name: string, length: number): string {
  const letters = [...name.replace(UNFIT, ' ').trim()];
  return letters.length <= length ? letters.join('') : `${letters.slice(0, length - 1).join('')}…`;
}
