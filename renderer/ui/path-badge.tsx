import { ArrowRightLeft, Route, Waypoints } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LinkPath } from '../peer/link-path.ts';
import { pathNumbersOf } from './path-numbers.ts';
import { useDisclosure } from './use-disclosure.ts';

type Props = {
  /** Nothing is shown until it is known. */
  readonly path: LinkPath | null;
  /** Whom the path leads to, where there are several people. */
  readonly name?: string;
};

const icons = {
  direct: <ArrowRightLeft aria-hidden="true" />,
  'through-nat': <Route aria-hidden="true" />,
  relayed: <Waypoints aria-hidden="true" />,
} as const;

/** Which way the picture takes, in words; opens an explanation below itself. */
export function PathBadge({ path, name }: Props) {
  const { t, i18n } = useTranslation();
  const more = useDisclosure();
  if (!path) return null;
  const { route, transport } = path;
  const label = route === 'relayed' ? t(`path.relayedOver.${transport}`) : t(`path.route.${route}`);
  const about =
    name === undefined
      ? t('path.about', { route: label })
      : t('path.aboutTo', { route: label, name });
  const { roundTripMs, loss, lostOfHundred } = pathNumbersOf(path, i18n.resolvedLanguage);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what the button inside has opened
    <div
      className="path-badge"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && more.isOpen) more.button.onClick();
      }}
    >
      <button
        type="button"
        className={`button-path path-${route}`}
        aria-label={about}
        title={t('path.title')}
        {...more.button}
      >
        {icons[route]}
        <span className="path-route">{label}</span>
        {roundTripMs !== null && (
          <span className="path-number">{t('path.roundTrip', { ms: roundTripMs })}</span>
        )}
        {loss !== null && (
          <span className="path-number path-loss">{t('path.loss', { percent: loss })}</span>
        )}
      </button>
      {more.isOpen && (
        <div id={more.panelId} className="path-panel">
          <strong>{label}</strong>
          <p>{t(`path.explanation.${route}`)}</p>
          {route === 'relayed' && transport !== 'udp' && <p>{t('path.slower')}</p>}
          <p className="quiet">
            {roundTripMs !== null && `${t('path.roundTripLong', { ms: roundTripMs })} `}
            {lostOfHundred === '0' && t('path.noLoss')}
            {lostOfHundred !== null &&
              lostOfHundred !== '0' &&
              t('path.lossLong', { lost: lostOfHundred })}
          </p>
        </div>
      )}
    </div>
  );
}
