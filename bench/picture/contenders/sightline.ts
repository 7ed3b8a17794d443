import { openBrowserPresenter } from '../shares/browser-presenter.ts';
import { openDesktopPresenter } from '../shares/desktop-presenter.ts';
import type { QualityName } from '../shares/picture-quality.ts';
import { openProductShare } from '../shares/product-share.ts';
import type { Contender } from '../shares/share.ts';

const desktop = (name: string, quality: QualityName | null): Contender => ({
  name,
  viewerKind: 'product',
  open: (surroundings, options) =>
    openProductShare(openDesktopPresenter, quality, surroundings, options),
});

/** Sightline's desktop app as a person finds it. */
export const sightline = desktop('Sightline', null);
export const sightlineSharpText = desktop('Sightline: Sharp text', 'Sharp text');
export const sightlineSmoothMotion = desktop('Sightline: Smooth motion', 'Smooth motion');
export const sightlineLowBandwidth = desktop('Sightline: Low bandwidth', 'Low bandwidth');

/** Sightline with a browser for the presenter too, which cannot ask for what the app can. */
export const sightlineBrowser: Contender = {
  name: 'Sightline from a browser',
  viewerKind: 'product',
  open: (surroundings, options) =>
    openProductShare(openBrowserPresenter, null, surroundings, options),
};
