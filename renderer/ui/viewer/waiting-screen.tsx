import { AppWindow, LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAnnouncement } from '../announcements.tsx';
import type { Journey } from '../journey.ts';
import { PageFrame } from '../page-frame.tsx';
import type { WaitingState } from '../screen.ts';
import { ScreenHeading } from '../screen-heading.tsx';
import { waitingTexts } from './waiting-texts.ts';

type Props = {
  readonly state: WaitingState;
  readonly displayName: string;
  readonly appLink: string | null;
  readonly journey: Journey;
};

export function WaitingScreen({ state, displayName, appLink, journey }: Props) {
  const { t } = useTranslation();
  const { title, hint } = waitingTexts(state);
  useAnnouncement(`${t(title)} ${t(hint)}`);
  return (
    <PageFrame>
      <section className="card waiting">
        <span className="spinner" aria-hidden="true" />
        <ScreenHeading screen={state.name}>{t(title)}</ScreenHeading>
        <p>{t(hint)}</p>
        {state.name === 'waiting-for-approval' && (
          <p className="quiet">{t('viewer.askingAs', { name: displayName })}</p>
        )}
        <div className="ended-actions">
          <button type="button" className="button" onClick={journey.leave}>
            <LogOut aria-hidden="true" />
            {t('viewer.leave')}
          </button>
          {appLink !== null && (
            <a className="button" href={appLink} onClick={journey.handOver}>
              <AppWindow aria-hidden="true" />
              {t('invited.openInApp')}
            </a>
          )}
        </div>
        {appLink !== null && <p className="quiet">{t('invited.openInAppHint')}</p>}
      </section>
    </PageFrame>
  );
}
