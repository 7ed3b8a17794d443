/** A glance to see that the right thing is shared: it must not cost what the share needs. */
const PREVIEW = {
  width: { max: 800 },
  frameRate: { max: 5 },
  resizeMode: 'crop-and-scale',
} as const;

/** The same pictures, small and few, for the presenter's own page. */
export function openPreview(stream: MediaStream): {
  readonly stream: MediaStream;
  readonly close: () => void;
} {
  const copies = stream.getVideoTracks().map((track) => track.clone());
  // A browser that cannot make them smaller shows them as they are.
  for (const copy of copies) copy.applyConstraints(PREVIEW).catch(() => {});
  return {
    stream: new MediaStream(copies),
    close() {
      for (const copy of copies) copy.stop();
    },
  };
}
