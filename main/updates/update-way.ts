import * as z from 'zod/mini';

/** How this copy of the app gets newer. */
export type UpdateWay =
  /** It replaces itself. */
  | { readonly kind: 'self'; readonly downloads: string }
  /** It says that there is something newer; the person installs it. */
  | { readonly kind: 'by-hand'; readonly downloads: string }
  | { readonly kind: 'none'; readonly reason: 'not-packaged' | 'no-feed' | 'not-installed' };

/** What electron-builder has written into the app's own package.json. */
const manifest = z.object({
  homepage: z.string().check(z.regex(/^https:\/\/github\.com\/[\w-]+\/[\w.-]+$/)),
  isSigned: z._default(z.boolean(), false),
});

export type Installation = {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  /** Path of the running AppImage, as its start-up sets it. */
  readonly appImage: string | undefined;
  readonly program: string;
  /** `deb`, `rpm` or nothing: the file `package-type` beside the archive. */
  readonly packageType: string | undefined;
  readonly hasFeed: boolean;
  /** The parsed JSON of the app's package.json. */
  readonly manifest: unknown;
};

/** Where a deb or an rpm puts the app; only root can write there. */
const PACKAGE_FOLDER = '/opt/';

/**
 * Decides how this copy gets newer. A copy replaces itself only where the system then checks the
 * signature of the new one (a signed app on macOS or Windows), and as an AppImage, which no system
 * checks: there it is the checksum published on GitHub that decides.
 */
export function findUpdateWay(installation: Installation): UpdateWay {
  const { platform, isPackaged, appImage, packageType, program } = installation;
  if (!isPackaged) return { kind: 'none', reason: 'not-packaged' };
  const parsed = manifest.safeParse(installation.manifest);
  if (!installation.hasFeed || !parsed.success) return { kind: 'none', reason: 'no-feed' };
  const downloads = `${parsed.data.homepage}/releases/latest`;
  if (platform === 'darwin' || platform === 'win32') {
    return { kind: parsed.data.isSigned ? 'self' : 'by-hand', downloads };
  }
  if (appImage) return { kind: 'self', downloads };
  // A folder that was merely unpacked can hold the same file; nobody installed that.
  const isByPackage = packageType === 'deb' || packageType === 'rpm';
  if (isByPackage && program.startsWith(PACKAGE_FOLDER)) return { kind: 'by-hand', downloads };
  return { kind: 'none', reason: 'not-installed' };
}
