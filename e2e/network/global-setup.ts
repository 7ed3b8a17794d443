import { openXScreen } from '../support/x-screen.ts';
import { removeLeftovers } from './lab/namespace.ts';
import { missingForLab } from './missing-for-lab.ts';

/** Gives every browser of the lab one screen, small enough that two can be encoded at once. */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (missingForLab().length > 0) return undefined;
  await removeLeftovers();
  const screen = await openXScreen({ width: 1280, height: 720 });
  process.env.DISPLAY = screen.display;
  delete process.env.WAYLAND_DISPLAY;
  return async () => {
    await screen.close();
    await removeLeftovers();
  };
}
