import type { SourcePicker } from '../../bridge/bridge.ts';

export type Gallery = Extract<SourcePicker, { kind: 'gallery' }>;
export type SourceListing = Parameters<Parameters<Gallery['watchSources']>[0]>[0];
export type Source = Extract<SourceListing, { status: 'listed' }>['sources'][number];
export type SourceKind = Source['kind'];

export const sourceKinds = ['screen', 'window'] as const satisfies readonly SourceKind[];

/** The chosen source, as long as it can still be seen where the person chose it. */
export function findChosen(
  sources: readonly Source[],
  kind: SourceKind,
  chosenId: string | null,
): Source | undefined {
  return sources.find((source) => source.id === chosenId && source.kind === kind);
}

/** The tab an arrow key leads to, or `undefined` for any other key. */
export function kindAfterKey(kind: SourceKind, key: string): SourceKind | undefined {
  const last = sourceKinds.length - 1;
  const at = sourceKinds.indexOf(kind);
  switch (key) {
    case 'ArrowRight':
      return sourceKinds[at === last ? 0 : at + 1];
    case 'ArrowLeft':
      return sourceKinds[at === 0 ? last : at - 1];
    case 'Home':
      return sourceKinds[0];
    case 'End':
      return sourceKinds[last];
    default:
      return undefined;
  }
}
