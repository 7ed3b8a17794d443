import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanDisplayName, DISPLAY_NAME_LENGTH } from '../../connection/greeting.ts';
import { languageNames, languages } from '../../i18n/language.ts';
import { Choice } from './choice.tsx';
import { useSettings } from './settings-context.tsx';

const themes = ['system', 'light', 'dark'] as const;

export function PersonSection() {
  const { t } = useTranslation();
  const { settings, change } = useSettings();
  const systemLanguage = { value: 'system', label: t('preferences.language.system') } as const;
  return (
    <>
      <NameField />
      <Choice
        label={t('language.label')}
        options={[
          systemLanguage,
          ...languages.map((value) => ({ value, label: languageNames[value], lang: value })),
        ]}
        chosen={settings.language}
        onChoose={(language) => change({ language })}
      />
      <Choice
        label={t('preferences.theme.label')}
        options={themes.map((value) => ({ value, label: t(`preferences.theme.${value}`) }))}
        chosen={settings.theme}
        onChoose={(theme) => change({ theme })}
      />
    </>
  );
}

function NameField() {
  const { t } = useTranslation();
  const id = useId();
  const { settings, change } = useSettings();
  /** What is being typed, with the spaces that a name does not keep. */
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className="field">
      <label htmlFor={id}>{t('home.nameField')}</label>
      <input
        id={id}
        className="input"
        type="text"
        autoComplete="name"
        spellCheck={false}
        maxLength={DISPLAY_NAME_LENGTH}
        value={typed ?? settings.name}
        placeholder={t('app.defaultName')}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          change({ name: cleanDisplayName(currentTarget.value) });
        }}
        onBlur={() => setTyped(null)}
      />
      <p id={`${id}-hint`} className="field-hint">
        {t('preferences.nameHint')}
      </p>
    </div>
  );
}
