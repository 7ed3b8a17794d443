import { Search } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useId } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onLeaveDown: () => void;
  readonly onEnter: () => void;
};

export function SearchField({ input, query, onQuery, onLeaveDown, onEnter }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    // Arrow keys choose among suggestions while a Korean syllable is being put together.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      onLeaveDown();
    }
    if (event.key === 'Enter') {
      // A form whose button is disabled is not submitted by itself.
      event.preventDefault();
      onEnter();
    }
    if (event.key === 'Escape' && query !== '') {
      event.preventDefault();
      onQuery('');
    }
  };
  return (
    <div className="source-search">
      <label htmlFor={id} className="visually-hidden">
        {t('picker.search')}
      </label>
      <Search aria-hidden="true" />
      <input
        id={id}
        ref={input}
        type="search"
        className="input"
        placeholder={t('picker.search')}
        value={query}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
