import { AppWindow, Monitor } from 'lucide-react';
import type { Source } from './listing.ts';

type Props = {
  readonly source: Source;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onShare: () => void;
};

export function SourceOption({ source, isChosen, onChoose, onShare }: Props) {
  const Icon = source.kind === 'screen' ? Monitor : AppWindow;
  return (
    <label className="source" onDoubleClick={onShare}>
      <input
        type="radio"
        name="source"
        className="source-radio"
        checked={isChosen}
        onChange={onChoose}
      />
      <span className="source-picture">
        {source.thumbnail === '' ? (
          <Icon aria-hidden="true" />
        ) : (
          <img src={source.thumbnail} alt="" draggable={false} />
        )}
      </span>
      <span className="source-name">{source.name}</span>
    </label>
  );
}
