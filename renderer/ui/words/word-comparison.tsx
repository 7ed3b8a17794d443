import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, type Language } from '../../i18n/language.ts';
import { LanguageButtons } from '../language-buttons.tsx';
import { useWordList } from './use-word-list.ts';
import { wordsAt } from './words-at.ts';

type Places = { readonly places: readonly number[] };

/** Four words that are the same on both sides only if nobody is in between. */
export function WordComparison({ places }: { readonly places: readonly number[] | null }) {
  const { t, i18n } = useTranslation();
  const [chosen, setChosen] = useState<Language | null>(null);
  const language = chooseLanguage(chosen, [i18n.resolvedLanguage ?? '']);
  if (places === null) return <p className="quiet">{t('words.notYet')}</p>;
  return (
    <div className="word-comparison">
      <Words places={places} language={language} />
      <p>{t('words.purpose')}</p>
      <p className="quiet">{t('words.differ')}</p>
      <fieldset className="word-language">
        <legend>{t('words.language')}</legend>
        <LanguageButtons language={language} onChoose={setChosen} />
      </fieldset>
    </div>
  );
}

function Words({ places, language }: Places & { readonly language: Language }) {
  const { t } = useTranslation();
  const words = useWordList(language);
  if (words.status !== 'loaded') return <p>{t(`words.${words.status}`)}</p>;
  return (
    <ol className="words" lang={language} data-testid="comparison-words">
      {wordsAt(places, words.list).map((word, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place, and may come twice
        <Fragment key={index}>
          {index > 0 && ' '}
          <li>{word}</li>
        </Fragment>
      ))}
    </ol>
  );
}
