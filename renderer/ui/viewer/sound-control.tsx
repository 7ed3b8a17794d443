import { Volume2, VolumeX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAnnouncement } from '../announcements.tsx';
import { useSound } from './use-sound.ts';

/** While the presenter shares sound: on or off, and how loud. */
export function SoundControl({ stream }: { readonly stream: MediaStream }) {
  const { t } = useTranslation();
  const sound = useSound(stream);
  const isOff = sound.isBlocked || sound.isMuted;
  const label = t(isOff ? 'viewer.sound.turnOn' : 'viewer.sound.mute');
  useAnnouncement(sound.isBlocked ? t('viewer.sound.blocked') : null);
  return (
    <div className={sound.isBlocked ? 'sound sound-blocked' : 'sound'}>
      <button type="button" className="button button-tool" title={label} onClick={sound.toggle}>
        {isOff ? <VolumeX aria-hidden="true" /> : <Volume2 aria-hidden="true" />}
        <span className={sound.isBlocked ? undefined : 'tool-name'}>{label}</span>
      </button>
      {!sound.isBlocked && (
        <input
          type="range"
          className="sound-volume"
          aria-label={t('viewer.sound.volume')}
          min={0}
          max={1}
          step={0.05}
          value={sound.isMuted ? 0 : sound.volume}
          onChange={(event) => sound.setVolume(event.currentTarget.valueAsNumber)}
        />
      )}
    </div>
  );
}
