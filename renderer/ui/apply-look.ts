import type { Settings } from '../../preload/settings.ts';
import type { PageSettings } from '../bridge/page-settings.ts';
import { chooseLanguage, type Language } from '../i18n/language.ts';

/** The page as far as a person can choose how it looks. */
export type Looks = {
  readonly root: Pick<HTMLElement, 'dataset'>;
  changeLanguage(language: Language): unknown;
  /** BCP 47 tags, the most preferred first. */
  readonly preferredLanguages: () => readonly string[];
};

/** Shows the page in the chosen language and theme, now and after every change. */
export function applyLook(settings: PageSettings, looks: Looks): () => void {
  let shown: Partial<Settings> = {};
  const show = () => {
    const { language, theme } = settings.getState().settings;
    if (language !== shown.language) {
      looks.changeLanguage(chooseLanguage(language, looks.preferredLanguages()));
    }
    if (theme !== shown.theme) {
      if (theme === 'system') delete looks.root.dataset.theme;
      else looks.root.dataset.theme = theme;
    }
    shown = { language, theme };
  };
  show();
  return settings.subscribe(show);
}
