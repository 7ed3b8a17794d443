import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findChosen, type Source, type SourceKind } from './listing.ts';
import { SourceOption } from './source-option.tsx';
import { SourceTabs } from './source-tabs.tsx';

type Props = {
  readonly sources: readonly Source[];
  readonly isStarting: boolean;
  readonly onShare: (sourceId: string) => void;
  readonly onCancel: () => void;
};

const nothingFound = { screen: 'picker.noScreens', window: 'picker.noWindows' } as const;
const tabNames = { screen: 'picker.screens', window: 'picker.windows' } as const;

/** Radio buttons in a form: arrow keys choose, Enter shares. */
export function SourceForm({ sources, isStarting, onShare, onCancel }: Props) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<SourceKind>('screen');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const id = useId();
  const chosen = findChosen(sources, kind, chosenId);
  const shown = sources.filter((source) => source.kind === kind);

  return (
    <form
      className="source-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) onShare(chosen.id);
      }}
    >
      <SourceTabs id={id} kind={kind} onSwitch={setKind} />
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${kind}`}>
        {shown.length === 0 ? (
          <p className="picker-note">{t(nothingFound[kind])}</p>
        ) : (
          <div role="radiogroup" className="source-grid" aria-label={t(tabNames[kind])}>
            {shown.map((source) => (
              <SourceOption
                key={source.id}
                source={source}
                isChosen={source === chosen}
                onChoose={() => setChosenId(source.id)}
                onShare={() => onShare(source.id)}
              />
            ))}
          </div>
        )}
      </div>
      <div className="picker-actions">
        <button type="button" className="button" onClick={onCancel}>
          {t('picker.cancel')}
        </button>
        <button
          type="submit"
          className="button button-primary"
          disabled={!chosen}
          aria-disabled={isStarting}
        >
          {t(isStarting ? 'picker.starting' : 'picker.share')}
        </button>
      </div>
    </form>
  );
}
