import { MonitorUp, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAnnouncement } from '../announcements.tsx';
import type { SwitchingState } from '../switching.ts';

/** What the browser's own dialog waits for, or that the last choice came to nothing. */
export function SwitchNotice({ state }: { readonly state: SwitchingState }) {
  const { t } = useTranslation();
  const isInBrowser = state.name === 'choosing-in-browser';
  const hasFailed = state.name === 'none' && state.hasFailed;
  const failure = `${t('switching.failed.title')}. ${t('switching.failed.text')}`;
  useAnnouncement(isInBrowser ? t('switching.inBrowser') : hasFailed ? failure : null);
  if (isInBrowser) {
    return (
      <div className="notice">
        <MonitorUp aria-hidden="true" />
        <p>{t('switching.inBrowser')}</p>
      </div>
    );
  }
  if (!hasFailed) return null;
  return (
    <div className="notice">
      <TriangleAlert aria-hidden="true" />
      <p>
        <strong>{t('switching.failed.title')}</strong> {t('switching.failed.text')}
      </p>
    </div>
  );
}
