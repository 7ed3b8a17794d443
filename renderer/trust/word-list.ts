/** Languages that have a list of words to compare aloud (BIP 39: distinct in their first letters). */
export type WordLanguage = 'en' | 'ko';

/** Fetches a list of 2048 words. Only people who want to compare need to download one. */
export async function loadWordList(language: WordLanguage): Promise<readonly string[]> {
  const { wordlist } =
    language === 'ko'
      ? await import('@scure/bip39/wordlists/korean.js')
      : await import('@scure/bip39/wordlists/english.js');
  return wordlist;
}
