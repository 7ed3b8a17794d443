import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAnnouncement } from '../announcements.tsx';
import type { Gallery, SourceListing } from './listing.ts';

type Props = {
  readonly status: Exclude<SourceListing['status'], 'listed'>;
  readonly gallery: Gallery;
};

const texts = { 'refused-by-system': 'refused', failed: 'failed' } as const;

export function PickerTrouble({ status, gallery }: Props) {
  const { t } = useTranslation();
  const title = t(`picker.${texts[status]}.title`);
  useAnnouncement(title);
  return (
    <section className="card picker-trouble">
      <h2>
        <TriangleAlert aria-hidden="true" />
        {title}
      </h2>
      <p>{t(`picker.${texts[status]}.text`)}</p>
      {status === 'refused-by-system' && (
        <button
          type="button"
          className="button button-primary"
          onClick={() => void gallery.openCaptureSettings()}
        >
          {t('picker.refused.open')}
        </button>
      )}
    </section>
  );
}
