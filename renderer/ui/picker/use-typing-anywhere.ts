import { type RefObject, useEffect } from 'react';

const TAKES_TEXT = 'input:not([type="radio"], [type="checkbox"]), textarea, select';

/** What is typed anywhere on the page goes into this field, unless another one takes it. */
export function useTypingAnywhere(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const type = (event: KeyboardEvent) => {
      // A Korean keyboard says `Process` while a syllable is being put together.
      const isText = event.key.length === 1 || event.key === 'Process';
      if (!isText || event.key === ' ' || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.target instanceof Element && event.target.matches(TAKES_TEXT)) return;
      // The character goes into the field by itself, because that has the focus by then.
      field.current?.focus();
    };
    window.addEventListener('keydown', type);
    return () => window.removeEventListener('keydown', type);
  }, [field]);
}
