import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openPreview } from '../../capture/open-preview.ts';
import { StreamVideo } from '../stream-video.tsx';

type Props = { readonly stream: MediaStream; readonly isPaused: boolean };

export function Preview({ stream, isPaused }: Props) {
  const { t } = useTranslation();
  const [pictures, setPictures] = useState<MediaStream | null>(null);
  useEffect(() => {
    const preview = openPreview(stream);
    setPictures(preview.stream);
    return preview.close;
  }, [stream]);
  return (
    <figure className={isPaused ? 'card preview preview-paused' : 'card preview'}>
      <StreamVideo stream={pictures} label={t('presenter.preview')} className="preview-video" />
      <figcaption>{t(isPaused ? 'presenter.previewPaused' : 'presenter.previewHint')}</figcaption>
    </figure>
  );
}
