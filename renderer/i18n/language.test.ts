import { describe, expect, it } from 'vitest';
import { chooseLanguage } from './language.ts';

describe('chooseLanguage', () => {
  it('takes the choice over the preference', () => {
    expect(chooseLanguage('en', ['ko-KR'])).toBe('en');
  });

  it('takes the first preferred language there is, by its primary subtag', () => {
    expect(chooseLanguage(null, ['fr-FR', 'KO-kr', 'en'])).toBe('ko');
  });

  it('falls back to English', () => {
    expect(chooseLanguage('klingon', ['fr'])).toBe('en');
    expect(chooseLanguage(null, [])).toBe('en');
  });
});
