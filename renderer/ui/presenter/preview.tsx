import { useTranslation } from 'react-i18next';
import { StreamVideo } from '../stream-video.tsx';

type Props = { readonly stream: MediaStream; readonly isPaused: boolean };

export function Preview({ stream, isPaused }: Props) {
  const { t } = useTranslation();
  return (
    <figure className={isPaused ? 'card preview preview-paused' : 'card preview'}>
      <StreamVideo stream={stream} label={t('presenter.preview')} className="preview-video" />
      <figcaption>{t(isPaused ? 'presenter.previewPaused' : 'presenter.previewHint')}</figcaption>
    </figure>
  );
}
