import { MonitorOff, Pause } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AbsenceReason } from '../../connection/viewer-state.ts';

/** Lies over the picture, or in its place while there is none. */
export function PictureCard({ mood }: { readonly mood: AbsenceReason | 'reconnecting' }) {
  const { t } = useTranslation();
  if (mood === 'reconnecting' || mood === 'source-gone') {
    return (
      <div className={`picture-card picture-card-${mood}`}>
        {mood === 'source-gone' && <MonitorOff aria-hidden="true" />}
        {mood === 'reconnecting' && <span className="spinner" aria-hidden="true" />}
        <div>
          <h2>{t(`viewer.${mood}`)}</h2>
          <p>{t(`viewer.${mood}Hint`)}</p>
        </div>
      </div>
    );
  }
  return (
    <div className="picture-card picture-card-paused">
      <Pause aria-hidden="true" />
      <div>
        <h2>{t('viewer.paused')}</h2>
        <p>{t(`whileSharing.pause.${mood}.viewer`)}</p>
      </div>
    </div>
  );
}
