import type { RefObject } from 'react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Presenter } from '../../connection/presenter-state.ts';
import type { OpenState } from '../screen.ts';
import { admittedViewers } from './arrivals.ts';
import { Door } from './door.tsx';
import { Watcher } from './watcher.tsx';

type Props = {
  readonly state: OpenState;
  readonly presenter: Presenter;
  readonly heading: RefObject<HTMLHeadingElement | null>;
};

export function Watchers({ state, presenter, heading }: Props) {
  const { t } = useTranslation();
  const headingId = useId();
  const admitted = admittedViewers(state.viewers);
  const sendAway = (send: (peerId: string) => void, peerId: string) => {
    heading.current?.focus();
    send(peerId);
  };
  return (
    <section className="card watchers" aria-labelledby={headingId}>
      <div className="card-head">
        <h2 id={headingId} ref={heading} tabIndex={-1}>
          {t('viewers.heading')}
        </h2>
        <span className="count">
          {t('viewers.count', { count: admitted.length, limit: state.viewerLimit })}
        </span>
      </div>
      {admitted.length === 0 ? (
        <p className="quiet">{t('viewers.none')}</p>
      ) : (
        <ul className="people">
          {admitted.map((viewer) => (
            <Watcher
              key={viewer.peerId}
              viewer={viewer}
              onRemove={() => sendAway(presenter.remove, viewer.peerId)}
              onBlock={() => sendAway(presenter.block, viewer.peerId)}
            />
          ))}
        </ul>
      )}
      <Door state={state} presenter={presenter} />
    </section>
  );
}
