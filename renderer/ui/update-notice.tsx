import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppUpdates, NewVersion } from '../bridge/bridge.ts';
import { useAnnouncement } from './announcements.tsx';

/** Says quietly that there is a newer version, where nothing is shared or watched. */
export function UpdateNotice({ updates }: { readonly updates: AppUpdates }) {
  const { t } = useTranslation();
  const [notice, setNotice] = useState<NewVersion>({ status: 'none' });
  useEffect(() => updates.watch(setNotice), [updates]);
  const text =
    notice.status === 'none' ? null : t(`update.${notice.status}`, { version: notice.version });
  useAnnouncement(text);
  if (notice.status === 'none') return null;

  const isReady = notice.status === 'ready';
  return (
    <section className="update-notice card" aria-label={t('update.label')}>
      <p>
        <strong>{text}</strong> {t(`update.${notice.status}Hint`)}
      </p>
      <div className="update-choice">
        <button
          type="button"
          className="button"
          onClick={() => void (isReady ? updates.restart() : updates.openDownloads())}
        >
          {t(isReady ? 'update.restart' : 'update.open')}
        </button>
        <button type="button" className="button" onClick={() => void updates.later()}>
          {t('update.later')}
        </button>
      </div>
    </section>
  );
}
