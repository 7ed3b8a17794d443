import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Gallery } from '../picker/listing.ts';
import { SourceGallery } from '../picker/source-gallery.tsx';
import type { Switching } from '../switching.ts';

type Props = {
  readonly gallery: Gallery;
  readonly switching: Switching;
  readonly isStarting: boolean;
  /** Something is still shared meanwhile. */
  readonly isSharing: boolean;
};

/** The gallery in mid-share: everything else goes on above it. */
export function SwitchPanel({ gallery, switching, isStarting, isSharing }: Props) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="switch-panel" aria-labelledby="switch-heading">
      <h2 id="switch-heading" ref={heading} tabIndex={-1}>
        {t('switching.heading')}
      </h2>
      {isSharing && <p className="quiet">{t('switching.meanwhile')}</p>}
      <SourceGallery
        gallery={gallery}
        isStarting={isStarting}
        onShare={switching.choose}
        onCancel={switching.cancel}
      />
    </section>
  );
}
