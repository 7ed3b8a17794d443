import { describe, expect, it } from 'vitest';
import type { Source } from './listing.ts';
import { findSources } from './source-search.ts';

const titles = ['Résumé – Writer', 'main.ts — Editor', '한글 문서.hwp', 'ANGEBOT.pdf', ''];
const windows = titles.map(
  (name, at): Source => ({ id: `window:${at}:0`, kind: 'window', name, thumbnail: '', icon: '' }),
);
const find = (query: string) => findSources(windows, query).map(({ name }) => name);

describe('searching sources', () => {
  it.each([
    ['resume', ['Résumé – Writer']],
    ['RÉSUMÉ', ['Résumé – Writer']],
    ['editor main', ['main.ts — Editor']],
    ['angebot', ['ANGEBOT.pdf']],
    ['한글', ['한글 문서.hwp']],
    // As it stands in the field while the second syllable is being typed.
    ['한그', ['한글 문서.hwp']],
    ['ㅎㄱ', ['한글 문서.hwp']],
    ['ㅁㅅ', ['한글 문서.hwp']],
    ['한글 hwp', ['한글 문서.hwp']],
    ['nothing of the kind', []],
  ])('finds %s', (query, expected) => {
    expect(find(query)).toEqual(expected);
  });

  it('shows all for an empty query', () => {
    expect(find('')).toEqual(titles);
    expect(find('   ')).toEqual(titles);
  });

  it('finds a screen by its maker’s name too', () => {
    const screen: Source = {
      ...{ id: 'screen:1:0', kind: 'screen', name: 'Screen 1', thumbnail: '' },
      ...{ label: 'Studio Display', size: null, isOwn: false },
    };
    expect(findSources([screen, ...windows], 'studio')).toEqual([screen]);
  });
});
