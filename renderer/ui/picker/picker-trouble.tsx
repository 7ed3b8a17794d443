import { AppWindow, ShieldQuestion, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAnnouncement } from '../announcements.tsx';
import type { Gallery, SourceListing } from './listing.ts';

type Unlisted = Exclude<SourceListing, { status: 'listed' }>;
type Props = {
  readonly listing: Unlisted;
  readonly gallery: Gallery;
  readonly isStarting: boolean;
  readonly onShare: (sourceId: string, withSound: boolean) => void;
};

const icons = {
  'system-picker': AppWindow,
  'not-asked': ShieldQuestion,
  'refused-by-system': TriangleAlert,
  failed: TriangleAlert,
} as const;

function textOf(listing: Unlisted) {
  switch (listing.status) {
    case 'system-picker':
      return listing.picker;
    case 'not-asked':
      return 'notAsked';
    case 'refused-by-system':
      return 'refused';
    case 'failed':
      return 'failed';
    default:
      return listing satisfies never;
  }
}

/** Why there is nothing to choose from here, and what to do about it. */
export function PickerTrouble({ listing, gallery, isStarting, onShare }: Props) {
  const { t } = useTranslation();
  const text = textOf(listing);
  const title = t(`picker.${text}.title`);
  useAnnouncement(title);
  const Icon = icons[listing.status];
  return (
    <section className="card picker-trouble">
      <h2>
        <Icon aria-hidden="true" />
        {title}
      </h2>
      <p>{t(`picker.${text}.text`)}</p>
      <div className="picker-trouble-actions">
        {listing.status === 'system-picker' && (
          <button
            type="button"
            className="button button-primary"
            aria-disabled={isStarting}
            onClick={() => onShare(listing.sourceId, false)}
          >
            {t(isStarting ? 'picker.starting' : 'picker.openSystemPicker')}
          </button>
        )}
        {listing.status === 'not-asked' && (
          <button
            type="button"
            className="button button-primary"
            onClick={() => void gallery.askScreenAccess()}
          >
            {t('picker.notAsked.ask')}
          </button>
        )}
        {needsSettings(listing) && (
          <button
            type="button"
            className={listing.status === 'refused-by-system' ? 'button button-primary' : 'button'}
            onClick={() => void gallery.openCaptureSettings()}
          >
            {t('picker.refused.open')}
          </button>
        )}
      </div>
    </section>
  );
}

const needsSettings = (listing: Unlisted): boolean =>
  listing.status === 'refused-by-system' ||
  (listing.status === 'system-picker' && listing.picker === 'macos');
