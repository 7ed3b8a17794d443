import type { SignalingAddress, SourceListing } from '../../preload/contract.ts';
import type { ShareControls } from './share-controls.ts';

/** How a person chooses what to share. */
export type SourcePicker =
  /** The app shows its own gallery of live thumbnails. */
  | {
      readonly kind: 'gallery';
      /** Calls `onChange` now and on every change, until the returned function is called. */
      watchSources(onChange: (listing: SourceListing) => void): () => void;
      /** Makes the next capture deliver this source. */
      chooseSource(sourceId: string): Promise<void>;
      /** Opens the system's screen-recording permission page. */
      openCaptureSettings(): Promise<void>;
    }
  /** The browser shows its own picker when the capture starts. */
  | { readonly kind: 'system' };

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
  /** The signaling service a share from here is opened on. */
  signalingAddress(): Promise<SignalingAddress>;
  /** The captured screen's exact pixels right now; `null` where they cannot be had. */
  takeStill(width: number, height: number): Promise<Still | null>;
  /** The app's controls around the page; `null` in a browser, which has none. */
  readonly shareControls: ShareControls | null;
};
