import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from './language-switch.tsx';
import { Mark } from './mark.tsx';
import type { Memory } from './memory.ts';

type Props = {
  readonly memory: Memory;
  readonly children: ReactNode;
};

/** Around every screen without a picture. */
export function PageFrame({ memory, children }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page">
      <header className="page-header">
        <span className="wordmark">
          <Mark />
          {t('app.name')}
        </span>
        <LanguageSwitch memory={memory} />
      </header>
      <main className="page-main">{children}</main>
    </div>
  );
}
