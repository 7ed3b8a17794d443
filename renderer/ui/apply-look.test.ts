import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type SettingsPatch } from '../../preload/settings.ts';
import { applyLook } from './apply-look.ts';

it('the page looks as chosen, at once and after every change, until that ends', () => {
  let settings = DEFAULT_SETTINGS;
  let tell = () => {};
  const languages: string[] = [];
  const dataset: Record<string, string | undefined> = {};
  const stop = applyLook(
    {
      getState: () => ({ settings, troubles: [], takenShortcuts: [] }),
      subscribe(listener) {
        tell = listener;
        return () => {
          tell = () => {};
        };
      },
      change: () => {},
      dismissTroubles: () => {},
    },
    {
      root: { dataset },
      changeLanguage: (language) => languages.push(language),
      preferredLanguages: () => ['ko-KR', 'en'],
    },
  );
  const change = (patch: SettingsPatch) => {
    settings = { ...settings, ...patch };
    tell();
  };
  expect([languages, dataset]).toEqual([['ko'], {}]);
  change({ theme: 'dark' });
  change({ language: 'en' });
  expect([languages, dataset]).toEqual([['ko', 'en'], { theme: 'dark' }]);
  change({ theme: 'system', language: 'system' });
  expect([languages, dataset]).toEqual([['ko', 'en', 'ko'], {}]);
  stop();
  change({ theme: 'light' });
  expect(dataset).toEqual({});
});
