import type { Chromium } from './chromium/chromium.ts';
import { unsupported } from './supported-only.ts';

// Unique per process, so that concurrent stand-ins never capture each other's choice.
export const captureMarker = `stand-in-capture-${process.pid}-${Date.now().toString(36)}`;

let current: Chromium | undefined;

export function setChromium(chromium: Chromium): void {
  current = chromium;
}

export const hasChromium = (): boolean => current !== undefined;

export function chromium(): Chromium {
  return current ?? unsupported('opening windows before the app is ready');
}
