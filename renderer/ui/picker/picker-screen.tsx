import { useTranslation } from 'react-i18next';
import type { Journey } from '../journey.ts';
import { PageFrame } from '../page-frame.tsx';
import { ScreenHeading } from '../screen-heading.tsx';
import type { Gallery } from './listing.ts';
import { SourceGallery } from './source-gallery.tsx';

type Props = {
  readonly isStarting: boolean;
  readonly gallery: Gallery;
  readonly journey: Journey;
};

export function PickerScreen({ isStarting, gallery, journey }: Props) {
  const { t } = useTranslation();
  return (
    <PageFrame>
      <ScreenHeading screen="picker">{t('picker.heading')}</ScreenHeading>
      <SourceGallery
        gallery={gallery}
        isStarting={isStarting}
        onShare={journey.shareSource}
        onCancel={journey.cancelChoosing}
      />
    </PageFrame>
  );
}
