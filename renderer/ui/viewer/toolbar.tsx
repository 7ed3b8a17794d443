import { Fingerprint, LogOut, Maximize, Minimize, Shrink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LinkPath } from '../../peer/link-path.ts';
import type { LiveQuality } from '../../stream/quality/live-quality.ts';
import { Mark } from '../mark.tsx';
import { PathBadge } from '../path-badge.tsx';
import { QualityBadge } from '../quality/quality-badge.tsx';
import type { PictureFit } from './picture-size.ts';
import { SoundControl } from './sound-control.tsx';
import type { FullScreen } from './use-full-screen.ts';

type Props = {
  readonly fit: PictureFit;
  readonly fullScreen: FullScreen;
  readonly isIdle: boolean;
  /** `null` while it is not known, and while there is none. */
  readonly path: LinkPath | null;
  readonly quality: LiveQuality | null;
  /** What the presenter lets be heard; `null` while that is nothing. */
  readonly sound: MediaStream | null;
  readonly onFit: (fit: PictureFit) => void;
  readonly onCompare: () => void;
  readonly onLeave: () => void;
};

const fits = [
  { fit: 'fit', label: 'viewer.fit', icon: <Shrink aria-hidden="true" /> },
  { fit: 'actual-size', label: 'viewer.actualSize', icon: <OneToOne /> },
] as const;

function OneToOne() {
  return (
    <span className="one-to-one" aria-hidden="true">
      1:1
    </span>
  );
}

export function Toolbar({
  fit,
  fullScreen,
  isIdle,
  path,
  quality,
  sound,
  onFit,
  onCompare,
  onLeave,
}: Props) {
  const { t } = useTranslation();
  return (
    <div className={isIdle ? 'toolbar toolbar-idle' : 'toolbar'}>
      <Mark />
      <fieldset className="toolbar-group">
        <legend className="visually-hidden">{t('viewer.toolbar')}</legend>
        {fits.map(({ fit: choice, label, icon }) => (
          <button
            key={choice}
            type="button"
            className="button button-tool"
            aria-pressed={choice === fit}
            title={t(label)}
            onClick={() => onFit(choice)}
          >
            {icon}
            <span className="tool-name">{t(label)}</span>
          </button>
        ))}
        {fullScreen.isPossible && (
          <button
            type="button"
            className="button button-tool"
            title={t(fullScreen.isOn ? 'viewer.leaveFullScreen' : 'viewer.fullScreen')}
            onClick={fullScreen.toggle}
          >
            {fullScreen.isOn ? <Minimize aria-hidden="true" /> : <Maximize aria-hidden="true" />}
            <span className="tool-name">
              {t(fullScreen.isOn ? 'viewer.leaveFullScreen' : 'viewer.fullScreen')}
            </span>
          </button>
        )}
      </fieldset>
      <div className="toolbar-group">
        {sound && <SoundControl stream={sound} />}
        <PathBadge path={path} />
        <QualityBadge quality={quality} />
        <button
          type="button"
          className="button button-tool"
          title={t('words.compare')}
          onClick={onCompare}
        >
          <Fingerprint aria-hidden="true" />
          <span className="tool-name">{t('words.compare')}</span>
        </button>
        <button
          type="button"
          className="button button-tool button-leave"
          title={t('viewer.leave')}
          onClick={onLeave}
        >
          <LogOut aria-hidden="true" />
          <span>{t('viewer.leave')}</span>
        </button>
      </div>
    </div>
  );
}
