import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncement } from '../announcements.tsx';
import { Dialog } from '../dialog.tsx';
import type { WatchingState } from '../screen.ts';
import { ScreenHeading } from '../screen-heading.tsx';
import { WordComparison } from '../words/word-comparison.tsx';
import { Picture } from './picture.tsx';
import { PictureCard } from './picture-card.tsx';
import type { PictureFit } from './picture-size.ts';
import { Toolbar } from './toolbar.tsx';
import { useFullScreen } from './use-full-screen.ts';
import { useIdle } from './use-idle.ts';

type Props = { readonly state: WatchingState; readonly onLeave: () => void };

export function WatchingScreen({ state, onLeave }: Props) {
  const { t } = useTranslation();
  const [fit, setFit] = useState<PictureFit>('fit');
  const [isComparing, setIsComparing] = useState(false);
  const stage = useRef<HTMLElement>(null);
  const fullScreen = useFullScreen(stage);
  const isIdle = useIdle(stage, fullScreen.isOn);
  const mood = moodOf(state);
  useAnnouncement(t(`viewer.${mood}`));

  return (
    <main ref={stage} className={fullScreen.isOn ? 'watch watch-full-screen' : 'watch'}>
      <ScreenHeading screen="watching" className="visually-hidden">
        {t('viewer.watching')}
      </ScreenHeading>
      <Toolbar
        fit={fit}
        fullScreen={fullScreen}
        isIdle={isIdle}
        path={state.name === 'connected' ? state.path : null}
        quality={state.name === 'connected' ? state.quality : null}
        sound={state.name === 'connected' && state.hasSound ? state.sound : null}
        onFit={setFit}
        onCompare={() => setIsComparing(true)}
        onLeave={onLeave}
      />
      <div
        className={mood === 'reconnecting' ? 'watch-picture watch-picture-stale' : 'watch-picture'}
      >
        <Picture
          stream={state.stream}
          tiles={state.tiles}
          fit={fit}
          isHidden={mood === 'paused' || mood === 'source-gone'}
          onFrame={state.name === 'connected' ? state.onFrame : undefined}
        />
        {state.name === 'reconnecting' && <PictureCard mood="reconnecting" />}
        {state.name === 'connected' && state.pauseReason && (
          <PictureCard mood={state.pauseReason} />
        )}
      </div>
      <Dialog
        isOpen={isComparing}
        heading={t('words.compare')}
        onClose={() => setIsComparing(false)}
      >
        <WordComparison places={state.name === 'connected' ? state.words : null} />
        <div className="dialog-actions">
          <button type="button" className="button" onClick={() => setIsComparing(false)}>
            {t('words.close')}
          </button>
        </div>
      </Dialog>
    </main>
  );
}

function moodOf(state: WatchingState): 'watching' | 'paused' | 'source-gone' | 'reconnecting' {
  if (state.name === 'reconnecting') return 'reconnecting';
  if (!state.isPaused) return 'watching';
  return state.pauseReason === 'source-gone' ? 'source-gone' : 'paused';
}
