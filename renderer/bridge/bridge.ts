import type { OpenedLink, SignalingAddress, UpdateNotice } from '../../preload/contract.ts';
import type { ServerCheck } from '../../preload/settings.ts';
import type { SourceListing } from '../../preload/source.ts';
import type { NearbyBridge } from './nearby-bridge.ts';
import type { PageSettings } from './page-settings.ts';
import type { ShareControls } from './share-controls.ts';

/** How a person chooses what to share. */
export type SourcePicker =
  /** The app shows its own gallery of live thumbnails. */
  | {
      readonly kind: 'gallery';
      /** Calls `onChange` now and on every change, until the returned function is called. */
      watchSources(onChange: (listing: SourceListing) => void): () => void;
      /** Makes the next capture deliver this source, and the computer's sound where wanted. */
      chooseSource(sourceId: string, withSound: boolean): Promise<void>;
      /** Has the system ask whether this app may see the screen; the listing changes with it. */
      askScreenAccess(): Promise<void>;
      /** Opens the system's screen-recording permission page. */
      openCaptureSettings(): Promise<void>;
    }
  /** The browser shows its own picker when the capture starts. */
  | { readonly kind: 'system' };

/** What a person is told of a newer version. */
export type NewVersion = UpdateNotice;

/** Newer versions of the app. */
export type AppUpdates = {
  /** Calls `onChange` now and on every change, until the returned function is called. */
  watch(onChange: (notice: NewVersion) => void): () => void;
  restart(): Promise<void>;
  later(): Promise<void>;
  /** Shows the page of the newest release in the person's browser. */
  openDownloads(): Promise<void>;
};

/** A screen's exact pixels: four bytes each, blue, green, red and one without meaning. */
export type Still = {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array<ArrayBuffer>;
};

/** What the page may ask of its surroundings: the desktop app, or a plain browser. */
export type Bridge = {
  readonly kind: 'desktop' | 'browser';
  readonly picker: SourcePicker;
  readonly settings: PageSettings;
  /** `null` for a page that is as new as the server it comes from. */
  readonly updates: AppUpdates | null;
  /** The signaling service a share from here is opened on. */
  signalingAddress(): Promise<SignalingAddress>;
  /** Asks another server whether it is one of Sightline; `null` where only this page's own counts. */
  readonly checkServer: ((origin: string) => Promise<ServerCheck>) | null;
  /** Calls `listener` when what is captured is gone, where the surroundings know before the page. */
  onSourceLost(listener: () => void): () => void;
  /** Calls `onLink` with every link that opens the app, those from before included. */
  watchLinks(onLink: (link: OpenedLink) => void): () => void;
  /** Others on the local network; a browser cannot find them. */
  readonly nearby?: NearbyBridge;
  /** The captured screen's exact pixels right now; `null` where they cannot be had. */
  takeStill(width: number, height: number): Promise<Still | null>;
  /** The app's controls around the page; `null` in a browser, which has none. */
  readonly shareControls: ShareControls | null;
};
