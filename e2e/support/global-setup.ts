import { openXScreen } from './x-screen.ts';

/** Gives every journey one screen of known size, so that a person's own desktop is never shared. */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (process.platform !== 'linux') return undefined;
  const screen = await openXScreen({ width: 1920, height: 1080 });
  process.env.DISPLAY = screen.display;
  delete process.env.WAYLAND_DISPLAY;
  return screen.close;
}
