import { useTranslation } from 'react-i18next';
import { LanguageButtons } from './language-buttons.tsx';
import type { Memory } from './memory.ts';

export function LanguageSwitch({ memory }: { readonly memory: Memory }) {
  const { t, i18n } = useTranslation();
  return (
    <fieldset>
      <legend className="visually-hidden">{t('language.label')}</legend>
      <LanguageButtons
        language={i18n.resolvedLanguage}
        onChoose={(language) => {
          memory.write('sightline.language', language);
          void i18n.changeLanguage(language);
        }}
      />
    </fieldset>
  );
}
