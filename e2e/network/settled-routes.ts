import { expect, type Page } from '@playwright/test';
import { isRelayed, type LinkRoute, type Routes, readLinkRoute } from './link-route.ts';

/** ICE may begin with whatever answers first, and has this long to find what is better. */
const SETTLING_MS = 10_000;

/**
 * Both sides' routes: at once where a relay is right, otherwise as soon as no relay is used any
 * more. `isRelayed` is true where one still is.
 */
export async function readSettledRoutes(
  pages: { readonly presenter: Page; readonly viewer: Page },
  isDirectPossible: boolean,
): Promise<{ routes: Routes; isRelayed: boolean }> {
  const read = async (): Promise<Routes> => ({
    presenter: await readRoute(pages.presenter),
    viewer: await readRoute(pages.viewer),
  });
  const end = Date.now() + SETTLING_MS;
  let routes = await read();
  while (isDirectPossible && isRelayed(routes) && Date.now() < end) routes = await read();
  return { routes, isRelayed: isRelayed(routes) };
}

async function readRoute(page: Page): Promise<LinkRoute> {
  let route: LinkRoute | null = null;
  const read = async () => {
    route = await readLinkRoute(page);
    return route;
  };
  await expect.poll(read, 'a connected link').not.toBeNull();
  if (!route) throw new Error('no link');
  return route;
}
