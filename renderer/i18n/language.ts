export const languages = ['en', 'ko'] as const;
export type Language = (typeof languages)[number];

/** Each language's name in that language, so that it is found by whoever needs it. */
export const languageNames: Record<Language, string> = { en: 'English', ko: '한국어' };

function isLanguage(value: string | null | undefined): value is Language {
  return languages.some((language) => language === value);
}

/**
 * The language to show: the person's own choice, else the first preferred one there is.
 * @param preferred BCP 47 tags, the most preferred first
 */
export function chooseLanguage(chosen: string | null, preferred: readonly string[]): Language {
  if (isLanguage(chosen)) return chosen;
  return preferred.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage) ?? 'en';
}
