import { AppWindow, Monitor } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { kindAfterKey, type Source, type SourceKind, sourceKinds } from './listing.ts';

type Props = {
  readonly id: string;
  readonly kind: SourceKind;
  /** What a search has found on all tabs; `null` while nothing is searched for. */
  readonly found: readonly Source[] | null;
  readonly onSwitch: (kind: SourceKind) => void;
};

const tabs = {
  screen: { name: 'picker.screens', Icon: Monitor },
  window: { name: 'picker.windows', Icon: AppWindow },
} as const;

export function SourceTabs({ id, kind, found, onSwitch }: Props) {
  const { t } = useTranslation();
  const move = (event: KeyboardEvent) => {
    const next = kindAfterKey(kind, event.key);
    if (!next) return;
    event.preventDefault();
    onSwitch(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  return (
    <div role="tablist" className="tabs">
      {sourceKinds.map((tab) => {
        const { name, Icon } = tabs[tab];
        return (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`${id}-${tab}`}
            aria-selected={tab === kind}
            aria-controls={`${id}-panel`}
            tabIndex={tab === kind ? 0 : -1}
            onClick={() => onSwitch(tab)}
            onKeyDown={move}
          >
            <Icon aria-hidden="true" />
            {t(name)}
            {found && (
              <span className="count">{found.filter((one) => one.kind === tab).length}</span>
            )}
          </button>
        );
      })}
    </div>
  );
}
