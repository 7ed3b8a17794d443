import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncement } from '../announcements.tsx';
import { type Gallery, inKnownOrder, type SourceListing } from './listing.ts';
import { PickerTrouble } from './picker-trouble.tsx';
import { SourceForm } from './source-form.tsx';

type Props = {
  readonly gallery: Gallery;
  readonly isStarting: boolean;
  readonly onShare: (sourceId: string, withSound: boolean) => void;
  readonly onCancel: () => void;
};

/** Every screen and window to choose from, or why there is none. Escape cancels. */
export function SourceGallery({ gallery, isStarting, onShare, onCancel }: Props) {
  const { t } = useTranslation();
  const [listing, setListing] = useState<SourceListing | null>(null);
  useEffect(
    () =>
      gallery.watchSources((newest) =>
        setListing((known) =>
          known?.status === 'listed' && newest.status === 'listed'
            ? { ...newest, sources: inKnownOrder(known.sources, newest.sources) }
            : newest,
        ),
      ),
    [gallery],
  );
  useEffect(() => {
    const cancel = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onCancel();
    };
    window.addEventListener('keydown', cancel);
    return () => window.removeEventListener('keydown', cancel);
  }, [onCancel]);
  useAnnouncement(listing === null ? t('picker.loading') : null);

  if (listing?.status === 'listed') {
    return (
      <SourceForm listing={listing} isStarting={isStarting} onShare={onShare} onCancel={onCancel} />
    );
  }
  return (
    <>
      {listing === null ? (
        <p className="picker-note">{t('picker.loading')}</p>
      ) : (
        <PickerTrouble
          listing={listing}
          gallery={gallery}
          isStarting={isStarting}
          onShare={onShare}
        />
      )}
      <div className="picker-actions">
        <button type="button" className="button" onClick={onCancel}>
          {t('picker.cancel')}
        </button>
      </div>
    </>
  );
}
