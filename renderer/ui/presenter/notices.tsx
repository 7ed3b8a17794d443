import { DoorClosed, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncement } from '../announcements.tsx';
import type { OpenState } from '../screen.ts';

export function Notices({ state }: { readonly state: OpenState }) {
  const { t } = useTranslation();
  const { turnedAway, viewerLimit } = state;
  const isOffline = state.signaling === 'reconnecting';
  const doorText = turnedAway && t(`presenter.turnedAway.${turnedAway}`, { limit: viewerLimit });
  useAnnouncement(
    isOffline ? `${t('presenter.signalingLost')}. ${t('presenter.signalingLostHint')}` : null,
  );
  useAnnouncement(doorText);
  return (
    <>
      {isOffline && (
        <Notice icon={<WifiOff aria-hidden="true" />}>
          <strong>{t('presenter.signalingLost')}</strong> {t('presenter.signalingLostHint')}
        </Notice>
      )}
      {doorText !== null && <Notice icon={<DoorClosed aria-hidden="true" />}>{doorText}</Notice>}
    </>
  );
}

function Notice({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="notice">
      {icon}
      <p>{children}</p>
    </div>
  );
}
