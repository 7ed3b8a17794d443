import { Gauge } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LiveQuality } from '../../stream/quality/live-quality.ts';
import { useDisclosure } from '../use-disclosure.ts';
import { QualityPanel } from './quality-panel.tsx';
import { verdictOn } from './quality-verdict.ts';

type Props = {
  /** Nothing is shown until it is known. */
  readonly quality: LiveQuality | null;
  /** Whom the picture is sent to, on the presenter's side. */
  readonly name?: string;
};

/** How the picture fares, as a button that opens the numbers below itself. */
export function QualityBadge({ quality, name }: Props) {
  const { t } = useTranslation();
  const more = useDisclosure();
  if (!quality) return null;
  const isUneasy = !CALM.has(verdictOn(quality));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what the button inside has opened
    <div
      className="quality-badge"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && more.isOpen) more.button.onClick();
      }}
    >
      <button
        type="button"
        className={isUneasy ? 'button-quality button-quality-uneasy' : 'button-quality'}
        aria-label={name === undefined ? t('quality.about') : t('quality.aboutTo', { name })}
        title={t('quality.title')}
        {...more.button}
      >
        <Gauge aria-hidden="true" />
        <span className="quality-word">{t('quality.word')}</span>
      </button>
      {more.isOpen && (
        <QualityPanel
          id={more.panelId}
          quality={quality}
          side={name === undefined ? 'viewer' : 'presenter'}
        />
      )}
    </div>
  );
}

/** Nothing anybody would want to look into. */
const CALM: ReadonlySet<ReturnType<typeof verdictOn>> = new Set([
  'measuring',
  'fine',
  'sharp',
  'smooth',
]);
