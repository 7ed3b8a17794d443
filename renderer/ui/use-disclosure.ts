import { useId, useState } from 'react';

/** What a button needs that shows and hides a panel following it. */
export function useDisclosure() {
  const panelId = useId();
  const [isOpen, setIsOpen] = useState(false);
  return {
    isOpen,
    panelId,
    button: {
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? panelId : undefined,
      onClick: () => setIsOpen(!isOpen),
    },
  };
}
