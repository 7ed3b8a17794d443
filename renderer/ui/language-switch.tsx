import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '../i18n/language.ts';
import type { Memory } from './memory.ts';

export function LanguageSwitch({ memory }: { readonly memory: Memory }) {
  const { t, i18n } = useTranslation();
  return (
    <fieldset className="language-switch">
      <legend className="visually-hidden">{t('language.label')}</legend>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={i18n.resolvedLanguage === language}
          onClick={() => {
            memory.write('sightline.language', language);
            void i18n.changeLanguage(language);
          }}
        >
          {languageNames[language]}
        </button>
      ))}
    </fieldset>
  );
}
