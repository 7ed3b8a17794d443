import { Settings } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SettingsDialog } from './settings-dialog.tsx';

/** The button and the dialog it opens. */
export function SettingsButton() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" className="button button-settings" onClick={() => setIsOpen(true)}>
        <Settings aria-hidden="true" />
        <span>{t('settings.open')}</span>
      </button>
      <SettingsDialog isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  );
}
