import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bridge } from '../../bridge/bridge.ts';
import type { Presenter } from '../../connection/presenter-state.ts';
import type { PageNearby } from '../../nearby/page-nearby.ts';
import { useAnnouncement } from '../announcements.tsx';
import type { OpenState, SharingState } from '../screen.ts';
import type { Switching } from '../switching.ts';
import { useStore } from '../use-store.ts';
import { Invitation } from './invitation.tsx';
import { NearbyOffer } from './nearby-offer.tsx';
import { Notices } from './notices.tsx';
import { Preview } from './preview.tsx';
import { QualityChoice } from './quality-choice.tsx';
import { Requests } from './requests.tsx';
import { ShareBar } from './share-bar.tsx';
import { ShortcutNotices } from './shortcut-notices.tsx';
import { SourceGone } from './source-gone.tsx';
import { SwitchNotice } from './switch-notice.tsx';
import { SwitchPanel } from './switch-panel.tsx';
import { Watchers } from './watchers.tsx';

type Props = {
  readonly state: SharingState;
  readonly bridge: Bridge;
  readonly presenter: Presenter;
  readonly switching: Switching;
  readonly nearby: PageNearby | undefined;
};

export function PresenterScreen({ state, bridge, presenter, switching, nearby }: Props) {
  const controls = bridge.shareControls;
  const { t } = useTranslation();
  const watchersHeading = useRef<HTMLHeadingElement>(null);
  const switchingState = useStore(switching);
  const isOpen = state.name === 'open';
  const isPaused = isOpen && state.isPaused;
  const isChoosing = switchingState.name === 'choosing' || switchingState.name === 'starting';
  useAnnouncement(isOpen ? t(isPaused ? 'presenter.paused' : 'presenter.sharing') : null);
  return (
    <div className="presenter">
      <ShareBar
        state={state}
        presenter={presenter}
        switching={switching}
        switchingState={switchingState}
        controls={controls}
      />
      <main className="presenter-main">
        {isOpen && (
          <div className="presenter-urgent">
            {state.stream === null && !isChoosing && <SourceGone switching={switching} />}
            <SwitchNotice state={switchingState} />
            <Notices state={state} />
            {controls && <ShortcutNotices controls={controls} />}
            <Requests
              viewers={state.viewers}
              presenter={presenter}
              onAllAnswered={() => watchersHeading.current?.focus()}
            />
          </div>
        )}
        {isChoosing && bridge.picker.kind === 'gallery' ? (
          <SwitchPanel
            gallery={bridge.picker}
            switching={switching}
            isStarting={switchingState.name === 'starting'}
            isSharing={state.stream !== null && !isPaused}
          />
        ) : (
          <div className="presenter-columns">
            {isOpen ? (
              <Invitation invite={state.invite}>
                {nearby && <NearbyOffer host={nearby.host} link={state.invite.link} />}
              </Invitation>
            ) : (
              <Opening />
            )}
            <div className="presenter-side">
              {isOpen && <Watchers state={state} presenter={presenter} heading={watchersHeading} />}
              {state.stream && <Preview stream={state.stream} isPaused={isPaused} />}
              {isOpen && <Quality {...{ state, bridge, presenter }} />}
            </div>
          </div>
        )}
      </main>
    </div>
  );
}

function Quality({
  state,
  bridge,
  presenter,
}: Pick<Props, 'bridge' | 'presenter'> & { readonly state: OpenState }) {
  const isInBrowser = bridge.kind === 'browser';
  return <QualityChoice state={state} presenter={presenter} isInBrowser={isInBrowser} />;
}

function Opening() {
  const { t } = useTranslation();
  return (
    <section className="card presenter-opening">
      <span className="spinner" aria-hidden="true" />
      <p>{t('presenter.openingHint')}</p>
    </section>
  );
}
