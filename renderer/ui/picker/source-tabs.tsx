import { AppWindow, Monitor } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { kindAfterKey, type SourceKind, sourceKinds } from './listing.ts';

type Props = {
  readonly id: string;
  readonly kind: SourceKind;
  readonly onSwitch: (kind: SourceKind) => void;
};

const tabs = {
  screen: { name: 'picker.screens', Icon: Monitor },
  window: { name: 'picker.windows', Icon: AppWindow },
} as const;

export function SourceTabs({ id, kind, onSwitch }: Props) {
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
          </button>
        );
      })}
    </div>
  );
}
