import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type LaunchOptions } from '@playwright/test';

/** Debian's Chromium where there is one, Playwright's own elsewhere. */
const chromiumExecutable = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);

/** The program itself, for those who start it in another way. */
export const chromiumProgram = (): string => chromiumExecutable ?? chromium.executablePath();

const QUIET = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Leaves out the bar that warns of the flags above.
  '--test-type',
  // A window behind another one must go on painting, encoding and decoding.
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
];

const commonOptions = {
  headless: false,
  ...(chromiumExecutable ? { executablePath: chromiumExecutable } : {}),
  args: [...QUIET, ...(process.platform === 'linux' ? ['--ozone-platform=x11'] : [])],
};

/**
 * Opens a visible Chromium; `args` are added to what every journey needs.
 * @param surroundings where it runs, when not simply on this machine
 */
export function openChromium(
  args: readonly string[] = [],
  surroundings: Pick<LaunchOptions, 'executablePath' | 'headless' | 'env'> = {},
): Promise<Browser> {
  return chromium.launch({
    ...commonOptions,
    ...surroundings,
    args: [...commonOptions.args, ...args],
  });
}

/** Has a browser answer its own screen picker with the whole screen. */
export const ANSWER_WITH_SCREEN = '--auto-select-desktop-capture-source=Entire';

/** A browser that answers its own screen picker with the whole screen. */
export const openPresenterChromium = () => openChromium([ANSWER_WITH_SCREEN]);

/** Opens one page as a window without tabs, at a known place. */
export function openChromiumApp(
  address: string,
  place: { x: number; y: number; width: number; height: number },
): Promise<BrowserContext> {
  return chromium.launchPersistentContext('', {
    ...commonOptions,
    viewport: null,
    args: [
      ...commonOptions.args,
      `--app=${address}`,
      `--window-position=${place.x},${place.y}`,
      `--window-size=${place.width},${place.height}`,
    ],
  });
}
