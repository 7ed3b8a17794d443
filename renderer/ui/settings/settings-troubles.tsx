import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SettingsTrouble } from '../../../preload/settings.ts';
import { useAnnouncement } from '../announcements.tsx';
import { useSettings } from './settings-context.tsx';

/** What a person has to know about the place where settings are kept. */
export function SettingsTroubles() {
  const { t } = useTranslation();
  const { troubles, dismissTroubles } = useSettings();
  const texts = useTroubleTexts(troubles);
  useAnnouncement(texts.length === 0 ? null : texts.join(' '));
  if (texts.length === 0) return null;
  return (
    <div className="notice settings-troubles">
      <TriangleAlert aria-hidden="true" />
      <div>
        {texts.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <button type="button" className="button" onClick={dismissTroubles}>
          {t('preferences.trouble.dismiss')}
        </button>
      </div>
    </div>
  );
}

function useTroubleTexts(troubles: readonly SettingsTrouble[]): readonly string[] {
  const { t, i18n } = useTranslation();
  const list = new Intl.ListFormat(i18n.resolvedLanguage, { type: 'conjunction' });
  return troubles.map((trouble) => {
    switch (trouble.kind) {
      case 'kept-aside':
        return t(`preferences.trouble.keptAside.${trouble.why}`, { place: trouble.place });
      case 'wrong-values': {
        const names = list.format(trouble.names.map((name) => t(`preferences.name.${name}`)));
        return t('preferences.trouble.wrongValues', { names, place: trouble.place });
      }
      case 'not-saved':
        return t(`preferences.trouble.notSaved.${trouble.why}`, { place: trouble.place });
      case 'login-refused':
        return t('preferences.trouble.loginRefused');
      default:
        return trouble satisfies never;
    }
  });
}
