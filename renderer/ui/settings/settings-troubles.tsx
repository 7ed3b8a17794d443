import { TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsTrouble } from '../../../preload/settings.ts';
import { useAnnouncement } from '../announcements.tsx';
import { useSettings } from './settings-context.tsx';

/** What a person has to know about the place where settings are kept. */
export function SettingsTroubles() {
  const { t } = useTranslation();
  const { troubles, dismissTroubles } = useSettings();
  const place = useRef<HTMLDivElement>(null);
  const texts = useTroubleTexts(troubles);
  useAnnouncement(texts.length === 0 ? null : texts.join(' '));
  const dismiss = () => {
    dismissTroubles();
    // The button that has the focus goes away.
    place.current?.focus();
  };
  return (
    <div ref={place} tabIndex={-1} className="settings-troubles">
      {texts.length > 0 && (
        <div className="notice">
          <TriangleAlert aria-hidden="true" />
          <div>
            {texts.map((text) => (
              <p key={text}>{text}</p>
            ))}
            <button type="button" className="button" onClick={dismiss}>
              {t('preferences.trouble.dismiss')}
            </button>
          </div>
        </div>
      )}
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
