import { MonitorOff, Pause } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** Lies over the picture, or in its place while the share is paused. */
export function PictureCard({
  mood,
}: {
  readonly mood: 'paused' | 'source-gone' | 'reconnecting';
}) {
  const { t } = useTranslation();
  return (
    <div className={`picture-card picture-card-${mood}`}>
      {mood === 'paused' && <Pause aria-hidden="true" />}
      {mood === 'source-gone' && <MonitorOff aria-hidden="true" />}
      {mood === 'reconnecting' && <span className="spinner" aria-hidden="true" />}
      <div>
        <h2>{t(`viewer.${mood}`)}</h2>
        <p>{t(`viewer.${mood}Hint`)}</p>
      </div>
    </div>
  );
}
