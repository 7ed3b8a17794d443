import { useTranslation } from 'react-i18next';
import type { QualityMoment } from '../../stream/quality/quality-history.ts';
import { curveOf, GRAPH } from './graph-outline.ts';
import { readableRate } from './quality-numbers.ts';

const LOWEST_TOP = { latencyMs: 100, bitrateBps: 500_000 } as const;

/** Delay as a line and bitrate as an area over the last minute, each on a scale of its own. */
export function QualityGraph({ history }: { readonly history: readonly QualityMoment[] }) {
  const { t, i18n } = useTranslation();
  const language = i18n.resolvedLanguage;
  const latency = curveOf(history, (moment) => moment.latencyMs, LOWEST_TOP.latencyMs);
  const bitrate = curveOf(history, (moment) => moment.bitrateBps, LOWEST_TOP.bitrateBps);
  const rateText = (bitrateBps: number) => {
    const { unit, rate } = readableRate(bitrateBps, language);
    return t(`quality.rate.${unit}`, { rate });
  };
  const isLatencyKnown = latency.line !== '';
  return (
    <figure className="quality-graph">
      <div className="quality-scale">
        {isLatencyKnown && (
          <span className="quality-key quality-key-latency">
            {t('quality.graph.latency', { ms: latency.top })}
          </span>
        )}
        <span className="quality-key quality-key-bitrate">
          {t('quality.graph.bitrate', { rate: rateText(bitrate.top) })}
        </span>
      </div>
      <svg
        viewBox={`0 0 ${GRAPH.width} ${GRAPH.height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={summary()}
      >
        <path className="quality-area" d={bitrate.area} />
        <path className="quality-edge" d={bitrate.line} />
        <path className="quality-line" d={latency.line} />
      </svg>
      <div className="quality-time" aria-hidden="true">
        <span>{t('quality.graph.minuteAgo')}</span>
        <span>{t('quality.graph.now')}</span>
      </div>
    </figure>
  );

  function summary(): string {
    const rates = history.flatMap(({ bitrateBps }) => bitrateBps ?? []);
    const delays = history.flatMap(({ latencyMs }) => latencyMs ?? []);
    const ofRates = t('quality.graph.aboutRate', {
      least: rateText(Math.min(...rates, Number.MAX_SAFE_INTEGER)),
      most: rateText(Math.max(...rates, 0)),
    });
    const ofDelays = t('quality.graph.aboutDelay', {
      least: Math.round(Math.min(...delays)),
      most: Math.round(Math.max(...delays)),
    });
    return [
      t('quality.graph.about'),
      delays.length > 0 ? ofDelays : t('quality.graph.delayUnknown'),
      ...(rates.length > 0 ? [ofRates] : []),
    ].join(' ');
  }
}
