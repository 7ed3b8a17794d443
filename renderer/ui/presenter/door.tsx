import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Presenter } from '../../connection/presenter-state.ts';
import { Dialog } from '../dialog.tsx';
import type { OpenState } from '../screen.ts';
import { Switch } from '../switch.tsx';

type Props = { readonly state: OpenState; readonly presenter: Presenter };

/** Who may come in. Opening it to everybody is asked about first; closing it never is. */
export function Door({ state, presenter }: Props) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const lockHintId = useId();
  const { isLocked, isOpenToAll } = state;
  const isContradiction = isLocked && isOpenToAll;
  return (
    <div className="door">
      <Switch
        label={t('door.openToAll')}
        isOn={isOpenToAll}
        describedBy={isContradiction ? lockHintId : undefined}
        onSwitch={(isOn) => (isOn ? setIsAsking(true) : presenter.setOpenToAll(false))}
      />
      <Switch label={t('door.lock')} isOn={isLocked} onSwitch={presenter.setLocked} />
      {isContradiction && (
        <p id={lockHintId} className="door-hint">
          {t('door.lockWins')}
        </p>
      )}
      <Dialog isOpen={isAsking} heading={t('door.question')} onClose={() => setIsAsking(false)}>
        <p>{t('door.warning')}</p>
        <p>{t('door.scope')}</p>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={() => setIsAsking(false)}>
            {t('door.cancel')}
          </button>
          <button
            type="button"
            className="button button-primary"
            onClick={() => {
              setIsAsking(false);
              presenter.setOpenToAll(true);
            }}
          >
            {t('door.confirm')}
          </button>
        </div>
      </Dialog>
    </div>
  );
}
