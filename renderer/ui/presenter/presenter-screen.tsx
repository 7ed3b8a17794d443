import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShareControls } from '../../bridge/share-controls.ts';
import type { Presenter } from '../../connection/presenter-state.ts';
import { useAnnouncement } from '../announcements.tsx';
import type { Memory } from '../memory.ts';
import type { SharingState } from '../screen.ts';
import { Invitation } from './invitation.tsx';
import { Notices } from './notices.tsx';
import { Preview } from './preview.tsx';
import { QualityChoice } from './quality-choice.tsx';
import { Requests } from './requests.tsx';
import { ShareBar } from './share-bar.tsx';
import { ShortcutNotices } from './shortcut-notices.tsx';
import { Watchers } from './watchers.tsx';

type Props = {
  readonly state: SharingState;
  readonly presenter: Presenter;
  readonly memory: Memory;
  readonly isInBrowser: boolean;
  readonly controls: ShareControls | null;
};

export function PresenterScreen({ state, presenter, memory, isInBrowser, controls }: Props) {
  const { t } = useTranslation();
  const watchersHeading = useRef<HTMLHeadingElement>(null);
  const isOpen = state.name === 'open';
  const isPaused = isOpen && state.isPaused;
  useAnnouncement(isOpen ? t(isPaused ? 'presenter.paused' : 'presenter.sharing') : null);
  return (
    <div className="presenter">
      <ShareBar state={state} presenter={presenter} controls={controls} />
      <main className="presenter-main">
        {isOpen && (
          <div className="presenter-urgent">
            <Notices state={state} />
            {controls && <ShortcutNotices controls={controls} />}
            <Requests
              viewers={state.viewers}
              presenter={presenter}
              onAllAnswered={() => watchersHeading.current?.focus()}
            />
          </div>
        )}
        <div className="presenter-columns">
          {isOpen ? <Invitation invite={state.invite} /> : <Opening />}
          <div className="presenter-side">
            {isOpen && <Watchers state={state} presenter={presenter} heading={watchersHeading} />}
            <Preview stream={state.stream} isPaused={isPaused} />
            {isOpen && (
              <QualityChoice
                state={state}
                presenter={presenter}
                memory={memory}
                isInBrowser={isInBrowser}
              />
            )}
          </div>
        </div>
      </main>
    </div>
  );
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
