import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncement } from '../announcements.tsx';
import type { Journey } from '../journey.ts';
import { PageFrame } from '../page-frame.tsx';
import { ScreenHeading } from '../screen-heading.tsx';
import type { Gallery, SourceListing } from './listing.ts';
import { PickerTrouble } from './picker-trouble.tsx';
import { SourceForm } from './source-form.tsx';

type Props = {
  readonly isStarting: boolean;
  readonly gallery: Gallery;
  readonly journey: Journey;
};

export function PickerScreen({ isStarting, gallery, journey }: Props) {
  const { t } = useTranslation();
  const [listing, setListing] = useState<SourceListing | null>(null);
  useEffect(() => gallery.watchSources(setListing), [gallery]);
  useEffect(() => {
    const cancel = (event: KeyboardEvent) => event.key === 'Escape' && journey.cancelChoosing();
    window.addEventListener('keydown', cancel);
    return () => window.removeEventListener('keydown', cancel);
  }, [journey]);
  useAnnouncement(listing === null ? t('picker.loading') : null);

  return (
    <PageFrame>
      <ScreenHeading screen="picker">{t('picker.heading')}</ScreenHeading>
      {listing === null && <p className="picker-note">{t('picker.loading')}</p>}
      {listing?.status === 'listed' && (
        <SourceForm
          sources={listing.sources}
          isStarting={isStarting}
          onShare={journey.shareSource}
          onCancel={journey.cancelChoosing}
        />
      )}
      {listing !== null && listing.status !== 'listed' && (
        <PickerTrouble status={listing.status} gallery={gallery} />
      )}
      {listing?.status !== 'listed' && (
        <div className="picker-actions">
          <button type="button" className="button" onClick={journey.cancelChoosing}>
            {t('picker.cancel')}
          </button>
        </div>
      )}
    </PageFrame>
  );
}
