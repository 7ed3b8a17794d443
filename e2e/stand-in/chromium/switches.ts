const disabledFeatures = [
  'Translate',
  'MediaRouter',
  'OptimizationHints',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  // A page on the stand-in's own origin has no address of its own, so Chromium would ask before it
  // talks to loopback or to the local network; a page on a privileged app:// origin is not asked.
  'LocalNetworkAccessChecks',
  'LocalNetworkAccessChecksWebSockets',
];

const fixedSwitches: ReadonlyArray<readonly [string, string?]> = [
  ['no-sandbox'],
  ['test-type'],
  ['disable-quic'],
  ['no-first-run'],
  ['no-default-browser-check'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-sync'],
  ['disable-infobars'],
  ['disable-extensions'],
  ['disable-popup-blocking'],
  ['password-store', 'basic'],
  ['ozone-platform', 'x11'],
  // Electron lets file:// pages load their modules.
  ['allow-file-access-from-files'],
  ['disable-background-timer-throttling'],
  ['disable-renderer-backgrounding'],
  ['disable-backgrounding-occluded-windows'],
  ['autoplay-policy', 'no-user-gesture-required'],
  ['auto-accept-camera-and-microphone-capture'],
  ['auto-select-screen-capture-source'],
];

export type Switches = ReadonlyMap<string, string>;

/** The stand-in's switches, then the app's own, which win except that feature lists are joined. */
export function chromiumArguments(
  profile: string,
  captureMarker: string,
  appSwitches: Switches,
): string[] {
  const switches = new Map<string, string>([
    ...fixedSwitches.map(([name, value]) => [name, value ?? ''] as const),
    ['disable-features', disabledFeatures.join(',')],
    ['auto-select-window-capture-source-by-title', captureMarker],
  ]);
  for (const [name, value] of appSwitches) {
    const joined = name === 'disable-features' ? switches.get(name) : undefined;
    switches.set(name, joined ? `${joined},${value}` : value);
  }
  switches.set('user-data-dir', profile);
  return [...switches].map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`));
}
