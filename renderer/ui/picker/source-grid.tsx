import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { indexAfterKey, type Source, type SourceKind } from './listing.ts';
import { SourceOption } from './source-option.tsx';

type Props = {
  readonly kind: SourceKind;
  readonly sources: readonly Source[];
  readonly chosen: Source | undefined;
  readonly onChoose: (sourceId: string) => void;
  readonly onShare: (sourceId: string) => void;
  /** The arrow up from the first row. */
  readonly onLeaveUp: () => void;
};

const gridNames = { screen: 'picker.screens', window: 'picker.windows' } as const;

/** Radio buttons in rows: arrow keys go as the eye does, Enter shares. */
export function SourceGrid({ kind, sources, chosen, onChoose, onShare, onLeaveUp }: Props) {
  const { t } = useTranslation();
  const grid = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const radios = [...(grid.current?.querySelectorAll<HTMLInputElement>('input') ?? [])];
    const index = radios.indexOf(event.target as HTMLInputElement);
    if (index < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = indexAfterKey(index, event.key, {
      count: radios.length,
      columns: columnsOf(radios),
    });
    if (next === undefined) return;
    event.preventDefault();
    if (next === null) return onLeaveUp();
    radios[next]?.focus();
    const source = sources[next];
    if (source) onChoose(source.id);
  };
  return (
    <div
      ref={grid}
      role="radiogroup"
      className="source-grid"
      aria-label={t(gridNames[kind])}
      onKeyDown={move}
    >
      {sources.map((source, index) => (
        <SourceOption
          key={source.id}
          source={source}
          isChosen={source === chosen}
          isTabStop={chosen ? source === chosen : index === 0}
          onChoose={() => onChoose(source.id)}
          onShare={() => onShare(source.id)}
        />
      ))}
    </div>
  );
}

/** As many as stand as high as the first. */
function columnsOf(radios: readonly HTMLElement[]): number {
  const topOf = (radio: HTMLElement) => radio.getBoundingClientRect().top;
  const [first] = radios;
  return first ? radios.filter((radio) => topOf(radio) === topOf(first)).length : 1;
}
