/** A screen or window that can be captured, as the picker shows it. */
export type Source = {
  readonly id: string;
  readonly name: string;
  /** PNG as a data URL; empty where the system gives none, as of minimised windows. */
  readonly thumbnail: string;
} & (
  | {
      readonly kind: 'window';
      /** Of its program: PNG as a data URL, or empty. */
      readonly icon: string;
    }
  | {
      readonly kind: 'screen';
      /** The maker's name for it, where known. */
      readonly label: string;
      /** In real pixels, whatever the screen's scale; `null` where not known. */
      readonly size: { readonly width: number; readonly height: number } | null;
      /** The app itself is shown on it. */
      readonly isOwn: boolean;
    }
);

/** In place of a source's id: whatever the person chooses in the system's own dialog. */
export const SYSTEM_PICKER_ID = 'system-picker';

/** What the picker can show right now. */
export type SourceListing =
  | {
      readonly status: 'listed';
      readonly sources: readonly Source[];
      /** Why the sound this computer plays cannot be shared; `null` where it can. */
      readonly soundProblem: 'not-on-linux' | 'old-macos' | 'system-picker' | null;
    }
  /** The system's own dialog is asked instead, once for each capture of `sourceId`. */
  | {
      readonly status: 'system-picker';
      readonly picker: 'portal' | 'macos';
      readonly sourceId: typeof SYSTEM_PICKER_ID;
    }
  /** The system will ask the person before it lets this app see the screen. */
  | { readonly status: 'not-asked' }
  /** The system has not allowed this app to record the screen. */
  | { readonly status: 'refused-by-system' }
  | { readonly status: 'failed' };

/** The pixels of a shared screen at one moment, exactly as they are shown. */
export type SourceStill = {
  readonly width: number;
  readonly height: number;
  /**
   * Four bytes for each pixel, row by row: blue, green, red, and one without meaning; compressed
   * (RFC 1951), because the screen of a person at work is a twentieth of its size then.
   */
  readonly deflated: Uint8Array<ArrayBuffer>;
};
