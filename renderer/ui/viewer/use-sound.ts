import { useEffect, useRef, useState } from 'react';

export type Sound = {
  /** The browser plays nothing before the person has clicked somewhere. */
  readonly isBlocked: boolean;
  readonly isMuted: boolean;
  /** 0 to 1. */
  readonly volume: number;
  /** Plays what is blocked or muted, or mutes it; must be called while a click is handled. */
  toggle(): void;
  setVolume(volume: number): void;
};

/** Plays a stream's sound in an element of its own, so that the picture never waits for it. */
export function useSound(stream: MediaStream | null): Sound {
  const player = useRef<HTMLAudioElement | null>(null);
  const [isBlocked, setBlocked] = useState(false);
  const [isMuted, setMuted] = useState(false);
  const [volume, setVolume] = useState(1);
  useEffect(() => {
    const audio = new Audio();
    player.current = audio;
    audio.srcObject = stream;
    const isOver = () => player.current !== audio;
    if (stream) {
      audio.play().then(
        () => isOver() || setBlocked(false),
        (error: unknown) => isOver() || setBlocked(isRefusal(error)),
      );
    }
    return () => {
      player.current = null;
      audio.pause();
      audio.srcObject = null;
    };
  }, [stream]);
  useEffect(() => {
    if (!player.current || !stream) return;
    player.current.muted = isMuted;
    player.current.volume = volume;
  }, [stream, isMuted, volume]);

  return {
    isBlocked,
    isMuted,
    volume,
    toggle() {
      if (!isBlocked) return setMuted(!isMuted);
      setMuted(false);
      void player.current?.play().then(
        () => setBlocked(false),
        () => {},
      );
    },
    setVolume(next) {
      setVolume(next);
      if (next > 0) setMuted(false);
    },
  };
}

/** A page that goes on to another stream aborts as well; only a refusal waits for a click. */
const isRefusal = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'NotAllowedError';
