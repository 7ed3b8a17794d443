import type { Device } from './presenter-state.ts';

const apps: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|Chromium|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\b(Macintosh|Mac OS X)\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

const firstMatch = (list: typeof apps, text: string) =>
  list.find(([pattern]) => pattern.test(text))?.[1];

/**
 * The app and system in words a person knows, from a user agent string; `null` when neither is
 * recognised.
 */
export function describeDevice(userAgent: string, isDesktopApp: boolean): Device | null {
  const system = firstMatch(systems, userAgent);
  const app = isDesktopApp ? 'Sightline' : firstMatch(apps, userAgent);
  return app === undefined || system === undefined ? null : { app, system };
}
