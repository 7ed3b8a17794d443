import { UserRoundX } from 'lucide-react';
import { type RefObject, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Presenter, RoomViewer } from '../../connection/presenter-state.ts';
import type { OpenState } from '../screen.ts';
import { admittedViewers } from './arrivals.ts';

type Props = {
  readonly state: OpenState;
  readonly presenter: Presenter;
  readonly heading: RefObject<HTMLHeadingElement | null>;
};

export function Watchers({ state, presenter, heading }: Props) {
  const { t } = useTranslation();
  const headingId = useId();
  const admitted = admittedViewers(state.viewers);
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
              onRemove={() => {
                heading.current?.focus();
                presenter.remove(viewer.peerId);
              }}
            />
          ))}
        </ul>
      )}
      <label className="switch">
        <input
          type="checkbox"
          role="switch"
          checked={state.isLocked}
          aria-checked={state.isLocked}
          onChange={(event) => presenter.setLocked(event.currentTarget.checked)}
        />
        {t('viewers.lock')}
      </label>
    </section>
  );
}

type WatcherProps = { readonly viewer: RoomViewer; readonly onRemove: () => void };

function Watcher({ viewer, onRemove }: WatcherProps) {
  const { t } = useTranslation();
  const name = viewer.name || t('app.defaultName');
  return (
    <li className="person">
      <span className="person-text">
        <bdi className="person-name">{name}</bdi>
        {viewer.stage !== 'asking' && (
          <span className={`stage stage-${viewer.stage}`}>
            {t(`viewers.stage.${viewer.stage}`)}
          </span>
        )}
        {viewer.isAway && <span className="quiet">{t('viewers.away')}</span>}
      </span>
      <button
        type="button"
        className="button button-icon"
        aria-label={t('viewers.remove', { name })}
        title={t('viewers.remove', { name })}
        onClick={onRemove}
      >
        <UserRoundX aria-hidden="true" />
      </button>
    </li>
  );
}
