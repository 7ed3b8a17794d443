import { useTranslation } from 'react-i18next';
import { LanguageButtons } from './language-buttons.tsx';
import { useSettings } from './settings/settings-context.tsx';

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const { change } = useSettings();
  return (
    <fieldset>
      <legend className="visually-hidden">{t('language.label')}</legend>
      <LanguageButtons
        language={i18n.resolvedLanguage}
        onChoose={(language) => change({ language })}
      />
    </fieldset>
  );
}
