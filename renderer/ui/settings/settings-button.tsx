import { Settings } from 'lucide-react';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../dialog.tsx';

type DialogProps = { readonly isOpen: boolean; readonly onClose: () => void };
type Loaded = { readonly Dialog: ComponentType<DialogProps> };

/** The button and the dialog it opens, which is fetched when it is first needed. */
export function SettingsButton() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const [loaded, setLoaded] = useState<Loaded>({ Dialog: NotLoaded });
  const open = () => {
    const show = () => setIsOpen(true);
    import('./settings-dialog.tsx').then(({ SettingsDialog }) => {
      setLoaded({ Dialog: SettingsDialog });
      show();
    }, show);
  };
  return (
    <>
      <button type="button" className="button button-settings" onClick={open}>
        <Settings aria-hidden="true" />
        <span>{t('settings.open')}</span>
      </button>
      <loaded.Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  );
}

/** A browser whose server has gone away has no more of the page than it has already. */
function NotLoaded({ isOpen, onClose }: DialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog isOpen={isOpen} heading={t('settings.open')} onClose={onClose}>
      <p>{t('preferences.notLoaded')}</p>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {t('settings.close')}
        </button>
      </div>
    </Dialog>
  );
}
