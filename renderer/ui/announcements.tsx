import { createContext, useContext, useEffect } from 'react';
import { type Announcer, createAnnouncer } from './announcer.ts';
import { useStore } from './use-store.ts';

const AnnouncerContext = createContext<Announcer>(createAnnouncer());
export const AnnouncerProvider = AnnouncerContext.Provider;

export function useAnnouncer(): Announcer['announce'] {
  return useContext(AnnouncerContext).announce;
}

/** Announces `text` when it appears and whenever it changes; `null` says nothing. */
export function useAnnouncement(text: string | null): void {
  const announce = useAnnouncer();
  useEffect(() => {
    if (text !== null) announce(text);
  }, [announce, text]);
}

/** The page's only live region. It must be on the page before its text changes. */
export function LiveRegion() {
  const text = useStore(useContext(AnnouncerContext));
  return (
    <div role="status" className="visually-hidden">
      {text}
    </div>
  );
}
