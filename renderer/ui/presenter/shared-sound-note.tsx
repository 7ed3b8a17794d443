import { Volume2, VolumeX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAnnouncement } from '../announcements.tsx';
import { useSharedSound } from './use-shared-sound.ts';

type Props = { readonly stream: MediaStream | null; readonly isPaused: boolean };

/** Says that others hear this computer too, or that the system has put an end to that. */
export function SharedSoundNote({ stream, isPaused }: Props) {
  const { t } = useTranslation();
  const sound = useSharedSound(stream);
  const text =
    sound === 'ended'
      ? t('presenter.sound.ended')
      : sound === 'shared' && !isPaused
        ? t('presenter.sound.shared')
        : null;
  useAnnouncement(text);
  if (text === null) return null;
  return (
    <p className="shared-sound">
      {sound === 'ended' ? <VolumeX aria-hidden="true" /> : <Volume2 aria-hidden="true" />}
      {text}
    </p>
  );
}
