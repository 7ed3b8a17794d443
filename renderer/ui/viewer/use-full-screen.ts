import { type RefObject, useSyncExternalStore } from 'react';

export type FullScreen = {
  /** False where the browser has no full screen for pages, as on phones by Apple. */
  readonly isPossible: boolean;
  readonly isOn: boolean;
  toggle(): void;
};

export function useFullScreen(stage: RefObject<HTMLElement | null>): FullScreen {
  const isOn = useSyncExternalStore(subscribe, read);
  return {
    isPossible: document.fullscreenEnabled === true,
    isOn,
    toggle() {
      const change = isOn ? document.exitFullscreen() : stage.current?.requestFullscreen();
      // Refused by the system: the picture simply stays in the window.
      change?.catch(() => {});
    },
  };
}

const read = () => document.fullscreenElement !== null;

function subscribe(listener: () => void): () => void {
  document.addEventListener('fullscreenchange', listener);
  return () => document.removeEventListener('fullscreenchange', listener);
}
