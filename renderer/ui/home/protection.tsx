import { useTranslation } from 'react-i18next';

/** What Sightline promises, and where the promise ends. */
export function Protection() {
  const { t } = useTranslation();
  return (
    <details className="protection">
      <summary>{t('protection.heading')}</summary>
      <ul>
        <li>{t('protection.picture')}</li>
        <li>{t('protection.code')}</li>
        <li>{t('protection.browser')}</li>
      </ul>
    </details>
  );
}
