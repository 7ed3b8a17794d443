import { DoorClosed, DoorOpen, ShieldAlert, Unplug, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncement } from '../announcements.tsx';
import type { OpenState } from '../screen.ts';
import { type NoticeName, noticeNames } from './notice-names.ts';

const icons: Record<NoticeName, ReactNode> = {
  contested: <ShieldAlert aria-hidden="true" />,
  tampered: <ShieldAlert aria-hidden="true" />,
  offline: <WifiOff aria-hidden="true" />,
  'open-to-all': <DoorOpen aria-hidden="true" />,
};

export function Notices({ state }: { readonly state: OpenState }) {
  const { t } = useTranslation();
  const { turnedAway, unreachable, viewerLimit } = state;
  return (
    <>
      {noticeNames(state).map((name) => (
        <Notice
          key={name}
          icon={icons[name]}
          title={t(`presenter.notice.${name}.title`)}
          text={t(`presenter.notice.${name}.text`)}
        />
      ))}
      {unreachable !== null && (
        <Notice
          icon={<Unplug aria-hidden="true" />}
          text={t('presenter.unreachable', { name: unreachable || t('app.defaultName') })}
        />
      )}
      {turnedAway && (
        <Notice
          icon={<DoorClosed aria-hidden="true" />}
          text={t(`presenter.turnedAway.${turnedAway}`, { limit: viewerLimit })}
        />
      )}
    </>
  );
}

type NoticeProps = { readonly icon: ReactNode; readonly title?: string; readonly text: string };

export function Notice({ icon, title, text }: NoticeProps) {
  useAnnouncement(title === undefined ? text : `${title}. ${text}`);
  return (
    <div className="notice">
      {icon}
      <p>
        {title !== undefined && <strong>{title}</strong>} {text}
      </p>
    </div>
  );
}
