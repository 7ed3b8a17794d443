import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findChosen, type Source, type SourceKind, type SourceListing } from './listing.ts';
import { SearchField } from './search-field.tsx';
import { SoundChoice } from './sound-choice.tsx';
import { SourceGrid } from './source-grid.tsx';
import { findSources } from './source-search.ts';
import { SourceTabs } from './source-tabs.tsx';
import { useTypingAnywhere } from './use-typing-anywhere.ts';

type Props = {
  readonly listing: Extract<SourceListing, { status: 'listed' }>;
  readonly isStarting: boolean;
  readonly onShare: (sourceId: string, withSound: boolean) => void;
  readonly onCancel: () => void;
};

const nothingFound = { screen: 'picker.noScreens', window: 'picker.noWindows' } as const;

/** Typing searches, arrow keys choose, Enter shares. */
export function SourceForm({ listing, isStarting, onShare, onCancel }: Props) {
  const { t } = useTranslation();
  const { sources, soundProblem } = listing;
  const [kind, setKind] = useState<SourceKind>('screen');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [query, setQuery] = useState('');
  const [withSound, setWithSound] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();
  const matches = findSources(sources, query);
  const shown = matches.filter((source) => source.kind === kind);
  const chosen = findChosen(shown, kind, chosenId);
  const share = (sourceId: string) => onShare(sourceId, withSound && soundProblem === null);

  useTypingAnywhere(search);

  const focusFirst = () => {
    const [first] = shown;
    if (!first) return;
    setChosenId(first.id);
    panel.current?.querySelector('input')?.focus();
  };
  const submit = () => {
    if (chosen) share(chosen.id);
    // By Enter in the search field: a person sees first what it would be.
    else focusFirst();
  };

  return (
    <form
      className="source-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <SearchField
        input={search}
        query={query}
        onQuery={setQuery}
        onLeaveDown={focusFirst}
        onEnter={submit}
      />
      <SourceTabs
        id={id}
        kind={kind}
        found={query.trim() === '' ? null : matches}
        onSwitch={setKind}
      />
      <div ref={panel} role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${kind}`}>
        {shown.length > 0 ? (
          <SourceGrid
            kind={kind}
            sources={shown}
            chosen={chosen}
            onChoose={setChosenId}
            onShare={share}
            onLeaveUp={() => search.current?.focus()}
          />
        ) : query.trim() === '' ? (
          <p className="picker-note">{t(nothingFound[kind])}</p>
        ) : (
          <Unfound query={query} elsewhere={matches} onSwitch={setKind} />
        )}
      </div>
      <div className="picker-foot">
        <SoundChoice problem={soundProblem} isOn={withSound} onSwitch={setWithSound} />
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
      </div>
    </form>
  );
}

type UnfoundProps = {
  readonly query: string;
  readonly elsewhere: readonly Source[];
  readonly onSwitch: (kind: SourceKind) => void;
};

/** Nothing on this tab is called so; perhaps something on the other one is. */
function Unfound({ query, elsewhere, onSwitch }: UnfoundProps) {
  const { t } = useTranslation();
  const [first] = elsewhere;
  return (
    <div className="picker-note">
      <p>{t('picker.noMatch', { query: query.trim() })}</p>
      {first && (
        <button type="button" className="button" onClick={() => onSwitch(first.kind)}>
          {t(first.kind === 'screen' ? 'picker.matchingScreens' : 'picker.matchingWindows', {
            count: elsewhere.length,
          })}
        </button>
      )}
    </div>
  );
}
