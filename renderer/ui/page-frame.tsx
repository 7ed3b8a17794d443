import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from './language-switch.tsx';
import { Mark } from './mark.tsx';
import { SettingsButton } from './settings/settings-button.tsx';

/** Around every screen without a picture. */
export function PageFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="page">
      <header className="page-header">
        <span className="wordmark">
          <Mark />
          {t('app.name')}
        </span>
        <div className="page-controls">
          <LanguageSwitch />
          <SettingsButton />
        </div>
      </header>
      <main className="page-main">{children}</main>
    </div>
  );
}
