import { AppWindow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Journey } from '../journey.ts';
import { PageFrame } from '../page-frame.tsx';
import { ScreenHeading } from '../screen-heading.tsx';

type Props = {
  readonly appLink: string;
  readonly journey: Journey;
};

/** The invite goes on in the desktop app; a browser never says whether there is one. */
export function HandedOverScreen({ appLink, journey }: Props) {
  const { t } = useTranslation();
  return (
    <PageFrame>
      <section className="card ended">
        <AppWindow className="ended-icon" aria-hidden="true" />
        <ScreenHeading screen="handed-over">{t('invited.handedOver.heading')}</ScreenHeading>
        <p>{t('invited.handedOver.text')}</p>
        <div className="ended-actions">
          <a className="button" href={appLink}>
            {t('invited.openInApp')}
          </a>
          <button type="button" className="button button-primary" onClick={journey.again}>
            {t('invited.handedOver.here')}
          </button>
        </div>
      </section>
    </PageFrame>
  );
}
