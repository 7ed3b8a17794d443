import { Pause, PictureInPicture2, Play, Replace, Square } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ShareControls } from '../../bridge/share-controls.ts';
import type { Presenter } from '../../connection/presenter-state.ts';
import type { SharingState } from '../screen.ts';
import { ScreenHeading } from '../screen-heading.tsx';
import type { Switching, SwitchingState } from '../switching.ts';
import { SharedSoundNote } from './shared-sound-note.tsx';

type Props = {
  readonly state: SharingState;
  readonly presenter: Presenter;
  readonly switching: Switching;
  readonly switchingState: SwitchingState;
  readonly controls: ShareControls | null;
};

/** Says at one glance whether the screen is out in the open, and takes it back with one click. */
export function ShareBar({ state, presenter, switching, switchingState, controls }: Props) {
  const { t } = useTranslation();
  const look = lookOf(state);
  const isPaused = look === 'paused';
  return (
    <header className={`share-bar share-bar-${look}`}>
      <div className="share-bar-status">
        <span className="share-bar-light" aria-hidden="true" />
        <div>
          <ScreenHeading screen={state.name}>
            {t(look === 'gone' ? 'switching.gone.bar' : `presenter.${look}`)}
          </ScreenHeading>
          {state.name === 'open' && state.pauseReason && (
            <p>{t(`whileSharing.pause.${state.pauseReason}.presenter`)}</p>
          )}
          {look === 'gone' && <p>{t('switching.gone.barHint')}</p>}
          <SharedSoundNote stream={state.stream} isPaused={isPaused} />
        </div>
      </div>
      <div className="share-bar-actions">
        {controls && (
          <button type="button" className="button button-on-bar" onClick={controls.showBar}>
            <PictureInPicture2 aria-hidden="true" />
            {t('whileSharing.action.bar')}
          </button>
        )}
        {state.name === 'open' && (
          <button
            type="button"
            className="button button-on-bar"
            aria-disabled={switchingState.name !== 'none'}
            onClick={switching.begin}
          >
            <Replace aria-hidden="true" />
            {t('switching.begin')}
          </button>
        )}
        {state.name === 'open' && look !== 'gone' && (
          <button
            type="button"
            className="button button-on-bar"
            onClick={() => presenter.setPaused(!isPaused)}
          >
            {isPaused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
            {t(isPaused ? 'presenter.resume' : 'presenter.pause')}
          </button>
        )}
        <button type="button" className="button button-stop" onClick={presenter.stop}>
          <Square aria-hidden="true" />
          {t('presenter.stop')}
        </button>
      </div>
    </header>
  );
}

function lookOf(state: SharingState): 'opening' | 'paused' | 'gone' | 'sharing' {
  if (state.name === 'opening') return 'opening';
  if (state.isPaused) return 'paused';
  return state.stream ? 'sharing' : 'gone';
}
