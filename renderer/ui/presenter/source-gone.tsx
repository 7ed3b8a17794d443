import { MonitorUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAnnouncement } from '../announcements.tsx';
import type { Switching } from '../switching.ts';

/** What was shared is no more: the viewers stay, and wait for something else. */
export function SourceGone({ switching }: { readonly switching: Switching }) {
  const { t } = useTranslation();
  useAnnouncement(`${t('switching.gone.title')}. ${t('switching.gone.text')}`);
  return (
    <section className="card source-gone">
      <h2>{t('switching.gone.title')}</h2>
      <p>{t('switching.gone.text')}</p>
      <button type="button" className="button button-primary" onClick={switching.begin}>
        <MonitorUp aria-hidden="true" />
        {t('switching.gone.choose')}
      </button>
    </section>
  );
}
