import { Ban, Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomViewer } from '../../connection/presenter-state.ts';
import { useDisclosure } from '../use-disclosure.ts';

type Props = {
  readonly viewer: RoomViewer;
  readonly nameId?: string;
  readonly actions: ReactNode;
  readonly onBlock: () => void;
  readonly children?: ReactNode;
};

/** One row of a list of viewers: who it is, and what can be done about them. */
export function Person({ viewer, nameId, actions, onBlock, children }: Props) {
  const { t } = useTranslation();
  const more = useDisclosure();
  const { stage, device, isAway, nearbyAddress: address } = viewer;
  const name = viewer.name || t('app.defaultName');
  return (
    <li className="person">
      <div className="person-row">
        <span className="person-text">
          <bdi id={nameId} className="person-name">
            {name}
          </bdi>
          {stage !== 'asking' && (
            <span className={`stage stage-${stage}`}>{t(`viewers.stage.${stage}`)}</span>
          )}
          {address !== undefined && (
            <span className="quiet">{t('nearby.request', { address })}</span>
          )}
          {device && <bdi className="quiet">{t('viewers.device', device)}</bdi>}
          {isAway && <span className="quiet">{t('viewers.away')}</span>}
        </span>
        <span className="person-actions">
          {actions}
          <button
            type="button"
            className="button button-icon"
            aria-label={t('viewers.more', { name })}
            title={t('viewers.more', { name })}
            {...more.button}
          >
            <Ellipsis aria-hidden="true" />
          </button>
        </span>
      </div>
      {more.isOpen && (
        <div id={more.panelId} className="person-panel">
          <p>{t('viewers.blockHint')}</p>
          <button type="button" className="button button-trouble" onClick={onBlock}>
            <Ban aria-hidden="true" />
            {t('viewers.block', { name })}
          </button>
        </div>
      )}
      {children}
    </li>
  );
}
