import type { Source } from './listing.ts';

/** Of Hangul, in the order of Unicode; a person may type only these. */
const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const SYLLABLES_OF_INITIAL = 588;

/** Without accents and case; Hangul syllables in letters, so that half a syllable is found too. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

/** Each Hangul syllable as its first letter; everything else as it is. */
const initialsOf = (text: string): string =>
  [...text.normalize('NFC')]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) return character;
      return INITIALS[Math.floor((code - FIRST_SYLLABLE) / SYLLABLES_OF_INITIAL)] ?? character;
    })
    .join('');

const isInitials = (word: string): boolean =>
  [...word].every((letter) => INITIALS.includes(letter));

/** The sources in whose title, or screen's name, every word of the query is found. */
export function findSources(sources: readonly Source[], query: string): readonly Source[] {
  const words = query.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return sources;
  return sources.filter((source) => {
    const title = source.kind === 'screen' ? `${source.name} ${source.label}` : source.name;
    return words.every((word) =>
      isInitials(word) ? initialsOf(title).includes(word) : fold(title).includes(fold(word)),
    );
  });
}
