import { useEffect, useState } from 'react';

export type SharedSound = 'none' | 'shared' | 'ended';

const soundOf = (stream: MediaStream | null): SharedSound => {
  const [track] = stream?.getAudioTracks() ?? [];
  if (!track) return 'none';
  return track.readyState === 'live' ? 'shared' : 'ended';
};

/** Whether sound goes with the picture; a system that refuses it ends it without another word. */
export function useSharedSound(stream: MediaStream | null): SharedSound {
  const [sound, setSound] = useState<SharedSound>(() => soundOf(stream));
  useEffect(() => {
    const look = () => setSound(soundOf(stream));
    look();
    const [track] = stream?.getAudioTracks() ?? [];
    track?.addEventListener('ended', look);
    return () => track?.removeEventListener('ended', look);
  }, [stream]);
  return sound;
}
