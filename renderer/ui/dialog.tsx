import { type ReactNode, useEffect, useId, useRef } from 'react';

type Props = {
  readonly isOpen: boolean;
  readonly heading: string;
  /** Also told when the dialog is closed with the Escape key. */
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Takes the focus while it is open, and gives it back. Its content exists only meanwhile. */
export function Dialog({ isOpen, heading, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (!isOpen) return dialog.current?.close();
    if (!dialog.current?.open) dialog.current?.showModal();
    title.current?.focus();
  }, [isOpen]);

  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={titleId} onClose={onClose}>
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
