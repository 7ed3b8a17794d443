import { Info } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatRoomCode } from '../../../signaling/room-code.ts';
import type { Invite } from '../../connection/presenter-state.ts';
import { CopyButton } from './copy-button.tsx';
import { QrCode } from './qr-code.tsx';

type Props = {
  readonly invite: Invite;
  /** Further ways to come in. */
  readonly children?: ReactNode;
};

export function Invitation({ invite, children }: Props) {
  const { t } = useTranslation();
  const headingId = useId();
  const code = formatRoomCode(invite.code);
  return (
    <section className="card invite" aria-labelledby={headingId}>
      <h2 id={headingId}>{t('invite.heading')}</h2>
      <p>{t('invite.text')}</p>
      {!invite.isReachable && (
        <div className="notice">
          <Info aria-hidden="true" />
          <p>{t('invite.onlyHere')}</p>
        </div>
      )}
      <div className="invite-parts">
        <div className="invite-texts">
          <h3>{t('invite.code')}</h3>
          <div className="invite-row">
            <span className="invite-code" data-testid="invite-code">
              {code}
            </span>
            <CopyButton text={code} label={t('invite.copyCode')} />
          </div>
          <h3>{t('invite.link')}</h3>
          <div className="invite-row">
            <span className="invite-link" data-testid="invite-link">
              {invite.link}
            </span>
            <CopyButton text={invite.link} label={t('invite.copyLink')} />
          </div>
        </div>
        <figure className="invite-qr">
          <QrCode text={invite.link} label={t('invite.qr')} />
          <figcaption>{t('invite.qrHint')}</figcaption>
        </figure>
      </div>
      {children}
    </section>
  );
}
