import { ChevronDown, UserRoundX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RoomViewer } from '../../connection/presenter-state.ts';
import { PathBadge } from '../path-badge.tsx';
import { QualityBadge } from '../quality/quality-badge.tsx';
import { useDisclosure } from '../use-disclosure.ts';
import { WordComparison } from '../words/word-comparison.tsx';
import { Person } from './person.tsx';

type Props = {
  readonly viewer: RoomViewer;
  readonly onRemove: () => void;
  readonly onBlock: () => void;
};

export function Watcher({ viewer, onRemove, onBlock }: Props) {
  const { t } = useTranslation();
  const words = useDisclosure();
  const limit = viewer.quality?.state?.limit;
  const name = viewer.name || t('app.defaultName');
  return (
    <Person
      viewer={viewer}
      onBlock={onBlock}
      actions={
        <button
          type="button"
          className="button button-icon"
          aria-label={t('viewers.remove', { name })}
          title={t('viewers.remove', { name })}
          onClick={onRemove}
        >
          <UserRoundX aria-hidden="true" />
        </button>
      }
    >
      {viewer.stage === 'watching' && <PathBadge path={viewer.path} name={name} />}
      {viewer.stage === 'watching' && <QualityBadge quality={viewer.quality} name={name} />}
      {limit && <p className="quiet person-limit">{t(`picture.limit.${limit}`)}</p>}
      {viewer.stage !== 'connecting' && (
        <button
          type="button"
          className="button-disclosure"
          aria-label={t('words.compareWith', { name })}
          {...words.button}
        >
          <ChevronDown aria-hidden="true" />
          {t('words.compare')}
        </button>
      )}
      {words.isOpen && (
        <div id={words.panelId} className="person-panel">
          <WordComparison places={viewer.words} />
        </div>
      )}
    </Person>
  );
}
