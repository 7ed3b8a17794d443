import { AppWindow, Monitor } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from './listing.ts';

type Props = {
  readonly source: Source;
  readonly isChosen: boolean;
  /** Reached by the Tab key: the chosen one, or the first. */
  readonly isTabStop: boolean;
  readonly onChoose: () => void;
  readonly onShare: () => void;
};

export function SourceOption({ source, isChosen, isTabStop, onChoose, onShare }: Props) {
  const noteId = useId();
  return (
    <label className="source" onDoubleClick={onShare}>
      <input
        type="radio"
        name="source"
        className="source-radio"
        checked={isChosen}
        tabIndex={isTabStop ? 0 : -1}
        aria-describedby={noteId}
        onChange={onChoose}
      />
      <Picture source={source} />
      <span className="source-title">
        {source.kind === 'window' && source.icon !== '' && (
          <img className="source-icon" src={source.icon} alt="" draggable={false} />
        )}
        <Name source={source} />
      </span>
      <Note source={source} id={noteId} />
    </label>
  );
}

function Name({ source }: { readonly source: Source }) {
  const { t } = useTranslation();
  return (
    <span className="source-name" title={source.name}>
      {source.name || t('picker.untitled')}
    </span>
  );
}

function Picture({ source }: { readonly source: Source }) {
  const { t } = useTranslation();
  const Icon = source.kind === 'screen' ? Monitor : AppWindow;
  if (source.thumbnail !== '') {
    return (
      <span className="source-picture">
        <img src={source.thumbnail} alt="" draggable={false} />
      </span>
    );
  }
  return (
    <span className="source-picture source-picture-missing" aria-hidden="true">
      <Icon />
      {t(source.kind === 'screen' ? 'picker.noPreview' : 'picker.noPreviewOfWindow')}
    </span>
  );
}

/** What tells screens apart, and what a missing preview means. */
function Note({ source, id }: { readonly source: Source; readonly id: string }) {
  const { t } = useTranslation();
  if (source.kind === 'window') {
    return source.thumbnail === '' ? (
      <span id={id} className="visually-hidden">
        {t('picker.noPreviewOfWindow')}
      </span>
    ) : (
      <span id={id} hidden />
    );
  }
  const { label, size, isOwn } = source;
  const facts = [
    label,
    size && t('picker.pixels', { width: size.width, height: size.height }),
    isOwn && t('picker.ownScreen'),
  ].filter(Boolean);
  return (
    <span id={id} className="source-note">
      {facts.join(' · ')}
    </span>
  );
}
