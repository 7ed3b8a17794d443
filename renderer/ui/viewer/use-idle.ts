import { type RefObject, useEffect, useState } from 'react';

const IDLE_AFTER_MS = 3_000;

/** Whether neither pointer nor keyboard has been used in `area` for a while. */
export function useIdle(area: RefObject<HTMLElement | null>, isWatched: boolean): boolean {
  const [isIdle, setIsIdle] = useState(false);
  useEffect(() => {
    const element = area.current;
    if (!element || !isWatched) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wake = () => {
      setIsIdle(false);
      clearTimeout(timer);
      timer = setTimeout(() => setIsIdle(true), IDLE_AFTER_MS);
    };
    wake();
    element.addEventListener('pointermove', wake);
    element.addEventListener('pointerdown', wake);
    element.addEventListener('keydown', wake);
    return () => {
      setIsIdle(false);
      clearTimeout(timer);
      element.removeEventListener('pointermove', wake);
      element.removeEventListener('pointerdown', wake);
      element.removeEventListener('keydown', wake);
    };
  }, [area, isWatched]);
  return isIdle;
}
