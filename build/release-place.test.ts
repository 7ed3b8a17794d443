import { describe, expect, it } from 'vitest';
import { releasePlace } from './release-place.mjs';

describe('where releases are published', () => {
  it('is the repository that is named', () => {
    expect(
      releasePlace({ SIGHTLINE_RELEASES: 'ada/sightline', GITHUB_REPOSITORY: 'bob/fork' }),
    ).toEqual({
      publish: { provider: 'github', owner: 'ada', repo: 'sightline', releaseType: 'draft' },
      extraMetadata: { homepage: 'https://github.com/ada/sightline', isSigned: false },
    });
  });

  it('is else the repository whose workflow runs', () => {
    expect(releasePlace({ GITHUB_REPOSITORY: 'bob/fork' }).publish).toMatchObject({
      owner: 'bob',
      repo: 'fork',
    });
  });

  it('tells the app whether it is signed: secrets that are not set come as empty texts', () => {
    const isSigned = (env: Record<string, string>) => releasePlace(env).extraMetadata.isSigned;
    expect(isSigned({ CSC_LINK: 'base64', WIN_CSC_LINK: '' })).toBe(true);
    expect(isSigned({ CSC_LINK: '', WIN_CSC_LINK: '' })).toBe(false);
  });

  it('is nowhere when nobody said: then there is no feed of updates either', () => {
    expect(releasePlace({})).toMatchObject({ publish: null });
  });

  it.each(['sightline', 'a/b/c', 'https://github.com/a/b', 'a/../b', '-a/b', 'a/b?c'])(
    'is refused as %s, with what to write instead',
    (slug) => {
      expect(() => releasePlace({ SIGHTLINE_RELEASES: slug })).toThrow(/owner\/repository/);
    },
  );
});
