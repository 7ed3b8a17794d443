/** Where each kind of content may come from; what is not listed may not come at all. */
const contentSources = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'worker-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'media-src': ["'self'", 'blob:', 'mediastream:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
} as const;

type Directive = keyof typeof contentSources;
/** Sources to allow beside the usual ones. */
export type ExtraSources = { readonly [D in Directive]?: readonly string[] };

const allowedFeatures = [
  'clipboard-write',
  'display-capture',
  'fullscreen',
  'picture-in-picture',
  'screen-wake-lock',
];
const deniedFeatures = [
  'camera',
  'geolocation',
  'hid',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

/** The Content-Security-Policy of every page Sightline shows, in the browser and in the app. */
export function createContentSecurityPolicy(extra: ExtraSources = {}): string {
  return Object.entries(contentSources)
    .map(([directive, sources]) => {
      const added = extra[directive as Directive] ?? [];
      const usual = added.length === 0 ? sources : sources.filter((source) => source !== "'none'");
      return [directive, ...usual, ...added].join(' ');
    })
    .join('; ');
}

/** Headers of every page Sightline shows and of every answer the service gives over HTTP. */
export function createSecurityHeaders(extra: ExtraSources = {}): ReadonlyMap<string, string> {
  const features = [
    ...allowedFeatures.map((feature) => `${feature}=(self)`),
    ...deniedFeatures.map((feature) => `${feature}=()`),
  ];
  return new Map([
    ['Content-Security-Policy', createContentSecurityPolicy(extra)],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Origin-Agent-Cluster', '?1'],
    ['X-Frame-Options', 'DENY'],
    ['Permissions-Policy', features.join(', ')],
  ]);
}
