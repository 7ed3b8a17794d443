import { type ReactNode, useEffect, useId, useRef } from 'react';

type Props = {
  readonly isOpen: boolean;
  /** For more than a question. */
  readonly isWide?: boolean;
  readonly heading: string;
  /** Also told when the dialog is closed with the Escape key. */
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Takes the focus while it is open, and gives it back. Its content exists only meanwhile. */
export function Dialog({ isOpen, isWide = false, heading, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (!isOpen) return dialog.current?.close();
    if (!dialog.current?.open) dialog.current?.showModal();
    title.current?.focus();
  }, [isOpen]);

  return (
    <dialog
      ref={dialog}
      className={isWide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={titleId}
      onClose={onClose}
      // Escape closes the dialog and nothing else on the page.
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
    >
      {isOpen && (
        <>
          <h2 id={titleId} ref={title} tabIndex={-1}>
            {heading}
          </h2>
          {children}
        </>
      )}
    </dialog>
  );
}
