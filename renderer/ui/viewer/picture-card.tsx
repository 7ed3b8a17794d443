import { Pause } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PauseReason } from '../../connection/viewer-state.ts';

/** Lies over the picture, or in its place while the share is paused. */
export function PictureCard({ mood }: { readonly mood: PauseReason | 'reconnecting' }) {
  const { t } = useTranslation();
  const isPaused = mood !== 'reconnecting';
  return (
    <div className={`picture-card picture-card-${isPaused ? 'paused' : 'reconnecting'}`}>
      {isPaused ? <Pause aria-hidden="true" /> : <span className="spinner" aria-hidden="true" />}
      <div>
        <h2>{t(isPaused ? 'viewer.paused' : 'viewer.reconnecting')}</h2>
        <p>{t(isPaused ? `whileSharing.pause.${mood}.viewer` : 'viewer.reconnectingHint')}</p>
      </div>
    </div>
  );
}
