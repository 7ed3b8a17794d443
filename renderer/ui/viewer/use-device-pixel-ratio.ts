import { useSyncExternalStore } from 'react';

const read = () => window.devicePixelRatio;

export function useDevicePixelRatio(): number {
  return useSyncExternalStore(subscribe, read);
}

function subscribe(listener: () => void): () => void {
  // Zooming and moving to another screen both resize the viewport in CSS pixels.
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}
