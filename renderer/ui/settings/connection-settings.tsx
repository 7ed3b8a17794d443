import { Settings2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Doctor } from '../../doctor/doctor.ts';
import { Dialog } from '../dialog.tsx';
import type { Memory } from '../memory.ts';
import { PathChoice } from './path-choice.tsx';
import { readPathSetting, writePathSetting } from './path-setting.ts';
import { ServerNames } from './server-names.tsx';

type Props = { readonly doctor: Doctor; readonly memory: Memory };

/** The button and the dialog it opens. */
export function ConnectionSettings({ doctor, memory }: Props) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const [policy, setPolicy] = useState(() => readPathSetting(memory));
  const close = () => setIsOpen(false);
  return (
    <>
      <button type="button" className="button" onClick={() => setIsOpen(true)}>
        <Settings2 aria-hidden="true" />
        {t('settings.open')}
      </button>
      <Dialog isOpen={isOpen} heading={t('settings.open')} onClose={close}>
        <PathChoice
          policy={policy}
          onChoose={(chosen) => {
            writePathSetting(memory, chosen);
            setPolicy(chosen);
          }}
        />
        <ServerNames doctor={doctor} policy={policy} />
        <div className="dialog-actions">
          <button type="button" className="button button-primary" onClick={close}>
            {t('settings.close')}
          </button>
        </div>
      </Dialog>
    </>
  );
}
