import type { Page } from '@playwright/test';
import type { Point } from '../measure/screen-probe.ts';
import type { Topology } from '../network/topology.mjs';

/** Where a share takes place. */
export type Surroundings = {
  readonly topology: Topology;
  /** The X screen that is shared, and the one it is watched on. */
  readonly presenterDisplay: string;
  readonly viewerDisplay: string;
  /** Where start scripts may go. */
  readonly folder: string;
};

/** How a share is opened. */
export type ShareOptions = {
  readonly viewers: number;
  /** Outer size of the only viewer's window; several have small ones. */
  readonly windowSize: WindowSize;
  /** Awaited once pages are loaded, before anybody asks to be let in. */
  readonly onLoaded: () => Promise<void>;
};

export type WindowSize = { readonly width: number; readonly height: number };

/** One presenter and those who watch, not let in yet. */
export type Share = {
  readonly presenterPage: Page;
  readonly viewerPages: readonly Page[];
  /** First processes of both sides. */
  readonly presenterProcess: number;
  readonly viewerProcess: number;
  /** The element that shows the picture, on a viewer's page. */
  readonly pictureOf: (page: Page) => ReturnType<Page['locator']>;
  /**
   * Lets viewer `index` in, who is waiting for it.
   * @returns when the presenter's side was told to, in ms since 1970
   */
  admit(index: number): Promise<number>;
  close(): Promise<void>;
};

/** One way to share a screen. */
export type Contender = {
  readonly name: string;
  /** Those with the same one show the picture at the same place. */
  readonly viewerKind: 'plain' | 'product';
  open(surroundings: Surroundings, options: ShareOptions): Promise<Share>;
};

/** Where a viewer's picture is, one pixel of it on one of the screen. */
export type PicturePlace = { readonly origin: Point; readonly windowSize: WindowSize };

/** Size of the shared screen, and so of the picture. */
export const PICTURE = { width: 1_920, height: 1_080 } as const;
