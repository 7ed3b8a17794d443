import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveQuality } from '../../stream/quality/live-quality.ts';
import { QualityGraph } from './quality-graph.tsx';
import { qualityNumbersOf } from './quality-numbers.ts';
import { verdictOn } from './quality-verdict.ts';

type Props = {
  readonly id: string;
  readonly quality: LiveQuality;
  /** Whose end this is; the numbers of the two differ. */
  readonly side: 'presenter' | 'viewer';
};

/** How the picture fares: one plain sentence, the last minute, then the numbers. */
export function QualityPanel({ id, quality, side }: Props) {
  const { t, i18n } = useTranslation();
  const { reading, state } = quality;
  const numbers = qualityNumbersOf(quality, i18n.resolvedLanguage);
  const { latencyMs, size, framesPerSecond, bitrate, roundTripMs, loss } = numbers;
  const unknown = <span className="quiet">{t('quality.unknown')}</span>;
  const coder = [
    reading.isHardware !== null &&
      t(reading.isHardware ? 'quality.coder.hardware' : 'quality.coder.software'),
    reading.coder !== null && reading.coder,
  ].filter((part) => part !== false);
  return (
    <div id={id} className="quality-panel">
      <p className="quality-verdict">{t(`quality.verdict.${verdictOn(quality)}`)}</p>
      <QualityGraph history={quality.history} />
      <dl className="quality-numbers">
        <Fact name={t('quality.name.latency')}>
          {latencyMs === null ? unknown : t('quality.milliseconds', { ms: latencyMs })}
        </Fact>
        <Fact name={t('quality.name.picture')}>
          {size === null ? unknown : t('quality.size', size)}
          {framesPerSecond !== null && (
            <small>{t('quality.frames', { frames: framesPerSecond })}</small>
          )}
        </Fact>
        <Fact name={t('quality.name.bitrate')}>
          {bitrate === null ? unknown : t(`quality.rate.${bitrate.unit}`, { rate: bitrate.rate })}
          {reading.codec !== null && <small>{[reading.codec, ...coder].join(' · ')}</small>}
        </Fact>
        <Fact name={t('quality.name.network')}>
          {roundTripMs === null ? unknown : t('quality.roundTrip', { ms: roundTripMs })}
          {loss !== null && <small>{t('quality.loss', { percent: loss })}</small>}
        </Fact>
        {state && (
          <Fact name={t('quality.name.profile')} isWide>
            {t(`picture.choice.${state.profile}`)}
            <small>
              {state.choice !== 'auto' && t('quality.chosen')}
              {state.choice === 'auto' &&
                (state.reason === null
                  ? t('quality.automatic')
                  : t('quality.automaticBecause', { why: t(`quality.reason.${state.reason}`) }))}
            </small>
          </Fact>
        )}
      </dl>
      <details className="quality-help">
        <summary>{t('quality.helpHeading')}</summary>
        <p>{t(`quality.help.${side}`)}</p>
      </details>
    </div>
  );
}

type FactProps = {
  readonly name: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
};

function Fact({ name, isWide = false, children }: FactProps) {
  return (
    <div className={isWide ? 'quality-fact quality-fact-wide' : 'quality-fact'}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
