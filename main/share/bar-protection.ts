const MACOS_15 = 24;
const WINDOWS_10_2004 = 19_041;

/**
 * Whether the system may put a window into the picture of a shared screen although it is protected
 * from capture: Linux has no such protection, macOS 15 and later ignore it (ScreenCaptureKit), and
 * Windows before 10 2004 shows a black box in its place.
 * @param release as `os.release()` gives it: that of the kernel on macOS
 */
export function isSeenInPicture(platform: NodeJS.Platform, release: string): boolean {
  const [major = 0, , build = 0] = release.split('.').map(Number);
  if (platform === 'win32') return build < WINDOWS_10_2004;
  return platform !== 'darwin' || major >= MACOS_15;
}
