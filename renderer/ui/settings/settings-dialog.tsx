import type { ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../dialog.tsx';
import { AppSection } from './app-section.tsx';
import { ConnectionSection } from './connection-section.tsx';
import { PersonSection } from './person-section.tsx';
import { useSettingsSurroundings } from './settings-context.tsx';
import { SettingsTroubles } from './settings-troubles.tsx';
import { SharingSection } from './sharing-section.tsx';
import { ShortcutsSection } from './shortcuts-section.tsx';

type Props = { readonly isOpen: boolean; readonly onClose: () => void };

/** Every setting takes effect as soon as it is changed; there is nothing to save. */
export function SettingsDialog({ isOpen, onClose }: Props) {
  const { t } = useTranslation();
  const isDesktop = useSettingsSurroundings().bridge.kind === 'desktop';
  return (
    <Dialog isOpen={isOpen} isWide heading={t('settings.open')} onClose={onClose}>
      <SettingsTroubles />
      <Section heading={t('preferences.section.person')}>
        <PersonSection />
      </Section>
      <Section heading={t('preferences.section.sharing')}>
        <SharingSection isDesktop={isDesktop} />
      </Section>
      <Section heading={t('preferences.section.connection')}>
        <ConnectionSection />
      </Section>
      {isDesktop && (
        <>
          <Section heading={t('preferences.section.shortcuts')}>
            <ShortcutsSection />
          </Section>
          <Section heading={t('preferences.section.app')}>
            <AppSection />
          </Section>
        </>
      )}
      <div className="dialog-actions settings-actions">
        <button type="button" className="button button-primary" onClick={onClose}>
          {t('settings.close')}
        </button>
      </div>
    </Dialog>
  );
}

function Section({
  heading,
  children,
}: {
  readonly heading: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="settings-section" aria-labelledby={id}>
      <h3 id={id}>{heading}</h3>
      <div className="settings-fields">{children}</div>
    </section>
  );
}
