import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Presenter } from '../../connection/presenter-state.ts';
import { QUALITY_CHOICES } from '../../stream/profile.ts';
import type { SharingState } from '../screen.ts';
import { useSettings } from '../settings/settings-context.tsx';

type Props = {
  readonly state: SharingState;
  readonly presenter: Presenter;
  /** A page in a browser cannot do all that the desktop app can. */
  readonly isInBrowser: boolean;
};

/** What the picture is made for; takes effect at once. */
export function QualityChoice({ state, presenter, isInBrowser }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { change } = useSettings();
  const { quality, profile } = state;
  return (
    <div className="card quality-choice">
      <label htmlFor={`${id}-select`}>{t('picture.quality')}</label>
      <select
        id={`${id}-select`}
        className="input"
        value={quality}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => {
          const chosen = QUALITY_CHOICES.find((choice) => choice === currentTarget.value);
          if (!chosen) return;
          change({ quality: chosen });
          presenter.setQuality(chosen);
        }}
      >
        {QUALITY_CHOICES.map((choice) => (
          <option key={choice} value={choice}>
            {t(`picture.choice.${choice}`)}
          </option>
        ))}
      </select>
      <p id={`${id}-hint`} className="field-hint">
        {quality === 'auto'
          ? t('picture.autoHint', { profile: t(`picture.choice.${profile}`) })
          : t(`picture.hint.${quality}`)}
        {isInBrowser && ` ${t('picture.appIsFaster')}`}
      </p>
    </div>
  );
}
