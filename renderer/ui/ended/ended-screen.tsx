import { CircleAlert, CircleCheck, Stethoscope } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../signaling/protocol.ts';
import type { CloseReason } from '../../connection/close-reason.ts';
import { useAnnouncement } from '../announcements.tsx';
import type { Journey } from '../journey.ts';
import { PageFrame } from '../page-frame.tsx';
import { ScreenHeading } from '../screen-heading.tsx';
import { isCheckable, nextStepOf } from './next-step.ts';

type Props = {
  readonly role: Role;
  readonly reason: CloseReason;
  readonly journey: Journey;
};

export function EndedScreen({ role, reason, journey }: Props) {
  const { t } = useTranslation();
  const nextStep = nextStepOf(reason, role);
  const isWanted = reason === 'left' || reason === 'stopped' || reason === 'presenter-left';
  useAnnouncement(t(`ended.${reason}.text`));
  return (
    <PageFrame>
      <section className="card ended">
        {isWanted ? (
          <CircleCheck className="ended-icon" aria-hidden="true" />
        ) : (
          <CircleAlert className="ended-icon ended-icon-trouble" aria-hidden="true" />
        )}
        <ScreenHeading screen={reason}>{t(`ended.${reason}.title`)}</ScreenHeading>
        <p>{t(`ended.${reason}.text`)}</p>
        <div className="ended-actions">
          {nextStep !== null && (
            <button type="button" className="button button-primary" onClick={journey.again}>
              {t(`next.${nextStep}`)}
            </button>
          )}
          {isCheckable(reason) && (
            <button type="button" className="button" onClick={journey.check}>
              <Stethoscope aria-hidden="true" />
              {t('doctor.open')}
            </button>
          )}
          <button
            type="button"
            className={nextStep === null ? 'button button-primary' : 'button'}
            onClick={journey.home}
          >
            {t('next.home')}
          </button>
        </div>
      </section>
    </PageFrame>
  );
}
