import { MonitorUp, Stethoscope } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PageNearby } from '../../nearby/page-nearby.ts';
import { useAnnouncement } from '../announcements.tsx';
import type { JoinProblem, Journey } from '../journey.ts';
import { PageFrame } from '../page-frame.tsx';
import { ScreenHeading } from '../screen-heading.tsx';
import { useSettings } from '../settings/settings-context.tsx';
import { SettingsTroubles } from '../settings/settings-troubles.tsx';
import { JoinForm } from './join-form.tsx';
import { NearbyCard } from './nearby-card.tsx';
import { Protection } from './protection.tsx';
import { Sightlines } from './sightlines.tsx';

type Props = {
  readonly problem: JoinProblem | null;
  readonly isChoosing: boolean;
  readonly journey: Journey;
  readonly nearby: PageNearby | undefined;
};

export function HomeScreen({ problem, isChoosing, journey, nearby }: Props) {
  const { t } = useTranslation();
  const { settings } = useSettings();
  useAnnouncement(isChoosing ? t('home.chooseInBrowser') : null);
  return (
    <PageFrame>
      <SettingsTroubles />
      <div className="home-intro">
        <ScreenHeading screen="home">{t('app.name')}</ScreenHeading>
        <p className="lead">{t('app.promise')}</p>
      </div>
      <div className="home-ways">
        <section className="card home-share" aria-labelledby="share-heading">
          <h2 id="share-heading">{t('home.shareHeading')}</h2>
          <Sightlines />
          <p>{t(isChoosing ? 'home.chooseInBrowser' : 'home.shareHint')}</p>
          <button
            type="button"
            className="button button-primary button-large"
            aria-disabled={isChoosing}
            onClick={journey.share}
          >
            <MonitorUp aria-hidden="true" />
            {t('home.share')}
          </button>
        </section>
        <section className="card" aria-labelledby="join-heading">
          <h2 id="join-heading">{t('home.joinHeading')}</h2>
          <JoinForm problem={problem} journey={journey} />
        </section>
      </div>
      {nearby && (
        <NearbyCard finder={nearby.finder} ownName={() => settings.name || t('app.defaultName')} />
      )}
      <div className="home-connection">
        <button type="button" className="button" aria-disabled={isChoosing} onClick={journey.check}>
          <Stethoscope aria-hidden="true" />
          {t('doctor.open')}
        </button>
      </div>
      <Protection />
    </PageFrame>
  );
}
