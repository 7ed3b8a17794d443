/**
 * The words at the given places of a word list.
 * Korean lists come decomposed, in which form fonts and searches may not find the syllables.
 */
export function wordsAt(places: readonly number[], list: readonly string[]): readonly string[] {
  return places.map((place) => (list[place] ?? '').normalize('NFC'));
}
