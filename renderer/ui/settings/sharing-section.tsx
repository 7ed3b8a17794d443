import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { QUALITY_CHOICES } from '../../stream/profile.ts';
import { SettingSwitch } from './setting-switch.tsx';
import { useSettings } from './settings-context.tsx';

export function SharingSection({ isDesktop }: { readonly isDesktop: boolean }) {
  const { t } = useTranslation();
  const id = useId();
  const { settings, change } = useSettings();
  const { quality } = settings;
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t('picture.quality')}</label>
        <select
          id={id}
          className="input"
          value={quality}
          aria-describedby={`${id}-hint`}
          onChange={({ currentTarget }) => {
            const chosen = QUALITY_CHOICES.find((choice) => choice === currentTarget.value);
            if (chosen) change({ quality: chosen });
          }}
        >
          {QUALITY_CHOICES.map((choice) => (
            <option key={choice} value={choice}>
              {t(`picture.choice.${choice}`)}
            </option>
          ))}
        </select>
        <p id={`${id}-hint`} className="field-hint">
          {quality === 'auto' ? t('preferences.autoQuality') : t(`picture.hint.${quality}`)}{' '}
          {t('preferences.qualityScope')}
        </p>
      </div>
      {isDesktop && <SettingSwitch setting="isVisibleNearby" />}
    </>
  );
}
