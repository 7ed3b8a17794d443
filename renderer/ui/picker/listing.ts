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

/**
 * The newest listing in the order of the one before, new sources last: systems list the window
 * used last first, and nothing may jump away under the pointer.
 */
export function inKnownOrder(known: readonly Source[], newest: readonly Source[]): Source[] {
  const places = new Map(known.map(({ id }, place) => [id, place]));
  const placeOf = ({ id }: Source) => places.get(id) ?? known.length;
  return [...newest].sort((one, other) => placeOf(one) - placeOf(other));
}

/**
 * Where a key leads among options in rows; `null` up and out of them, `undefined` for keys that
 * lead nowhere.
 */
export function indexAfterKey(
  index: number,
  key: string,
  { count, columns }: { readonly count: number; readonly columns: number },
): number | null | undefined {
  switch (key) {
    case 'ArrowRight':
      return Math.min(index + 1, count - 1);
    case 'ArrowLeft':
      return Math.max(index - 1, 0);
    case 'ArrowDown':
      return index + columns < count ? index + columns : count - 1;
    case 'ArrowUp':
      return index >= columns ? index - columns : null;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
