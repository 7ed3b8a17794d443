import { Check, X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Presenter, RoomViewer } from '../../connection/presenter-state.ts';
import { useAnnouncer } from '../announcements.tsx';
import { arrivals, askingViewers } from './arrivals.ts';
import { REQUESTS_HEADING } from './focus-requests.ts';
import { Person } from './person.tsx';

type Props = {
  readonly viewers: readonly RoomViewer[];
  readonly presenter: Presenter;
  /** The last request is answered: the focus needs a new place. */
  readonly onAllAnswered: () => void;
};

export function Requests({ viewers, presenter, onAllAnswered }: Props) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  const asking = askingViewers(viewers);
  useArrivalAnnouncements(asking);
  if (asking.length === 0) return null;

  const answer = (give: (peerId: string) => void, peerId: string) => {
    if (asking.length > 1) heading.current?.focus();
    else onAllAnswered();
    give(peerId);
  };
  return (
    <section className="card requests" aria-labelledby={headingId}>
      <h2 id={headingId} ref={heading} tabIndex={-1} className={REQUESTS_HEADING}>
        {t('requests.heading')}
      </h2>
      <p>{t('requests.willSee')}</p>
      <ul className="people">
        {asking.map((viewer) => (
          <Request
            key={viewer.peerId}
            viewer={viewer}
            onAllow={() => answer(presenter.approve, viewer.peerId)}
            onDeny={() => answer(presenter.deny, viewer.peerId)}
            onBlock={() => answer(presenter.block, viewer.peerId)}
          />
        ))}
      </ul>
    </section>
  );
}

type RequestProps = {
  readonly viewer: RoomViewer;
  readonly onAllow: () => void;
  readonly onDeny: () => void;
  readonly onBlock: () => void;
};

function Request({ viewer, onAllow, onDeny, onBlock }: RequestProps) {
  const { t } = useTranslation();
  const nameId = useId();
  return (
    <Person
      viewer={viewer}
      nameId={nameId}
      onBlock={onBlock}
      actions={
        <>
          <button
            type="button"
            className="button button-primary"
            aria-describedby={nameId}
            onClick={onAllow}
          >
            <Check aria-hidden="true" />
            {t('requests.allow')}
          </button>
          <button type="button" className="button" aria-describedby={nameId} onClick={onDeny}>
            <X aria-hidden="true" />
            {t('requests.deny')}
          </button>
        </>
      }
    />
  );
}

function useArrivalAnnouncements(asking: readonly RoomViewer[]) {
  const { t } = useTranslation();
  const announce = useAnnouncer();
  const known = useRef<readonly RoomViewer[]>([]);
  useEffect(() => {
    const nameOf = ({ name }: RoomViewer) => name || t('app.defaultName');
    const newcomers = arrivals(known.current, asking);
    const [first] = newcomers;
    known.current = asking;
    if (newcomers.length === 1 && first?.nearbyAddress !== undefined) {
      announce(t('nearby.asks', { name: nameOf(first) }));
    } else if (first) {
      announce(t('requests.asking', { names: newcomers.map(nameOf).join(', ') }));
    }
  }, [asking, announce, t]);
}
