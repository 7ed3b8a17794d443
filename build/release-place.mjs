/** GitHub's own rules for `owner/repository`. */
const SLUG = /^([A-Za-z0-9](?:[A-Za-z0-9-]{0,38}))\/([A-Za-z0-9._-]{1,100})$/;

/** Stands in packages that nobody publishes; the name leads nowhere (RFC 2606). */
const NO_HOMEPAGE = 'https://sightline.invalid';

/**
 * Where releases are published and updates come from: the repository named by `SIGHTLINE_RELEASES`
 * (`owner/repository`), or the one whose workflow is running. Without either, what is built has no
 * feed and never looks for updates.
 * @param {Record<string, string | undefined>} env
 */
export function releasePlace(env) {
  const slug = env.SIGHTLINE_RELEASES || env.GITHUB_REPOSITORY;
  // A copy that no system would check must not replace itself: main/updates/update-way.ts reads it.
  const isSigned = Boolean(env.CSC_LINK || env.WIN_CSC_LINK);
  if (!slug) return { publish: null, extraMetadata: { homepage: NO_HOMEPAGE, isSigned } };
  const [, owner, repo] = SLUG.exec(slug) ?? [];
  if (!owner || !repo) {
    throw new Error(
      `SIGHTLINE_RELEASES must name a GitHub repository as owner/repository, not "${slug}".`,
    );
  }
  return {
    publish: { provider: 'github', owner, repo, releaseType: 'draft' },
    extraMetadata: { homepage: `https://github.com/${owner}/${repo}`, isSigned },
  };
}
