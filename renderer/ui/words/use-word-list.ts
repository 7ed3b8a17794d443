import { useEffect, useState } from 'react';
import { loadWordList, type WordLanguage } from '../../trust/word-list.ts';

type WordListState =
  | { readonly status: 'loading' }
  | { readonly status: 'loaded'; readonly list: readonly string[] }
  | { readonly status: 'failed' };

/** The word list of a language, fetched when it is first needed. */
export function useWordList(language: WordLanguage): WordListState {
  const [latest, setLatest] = useState<{ language: WordLanguage; state: WordListState }>();
  useEffect(() => {
    let isWanted = true;
    const settle = (state: WordListState) => {
      if (isWanted) setLatest({ language, state });
    };
    loadWordList(language).then(
      (list) => settle({ status: 'loaded', list }),
      () => settle({ status: 'failed' }),
    );
    return () => {
      isWanted = false;
    };
  }, [language]);
  return latest?.language === language ? latest.state : { status: 'loading' };
}
