import { useTranslation } from 'react-i18next';
import type { ShortcutName } from '../../../preload/settings.ts';
import { DEFAULT_SETTINGS } from '../../../preload/settings.ts';
import { useSettings } from './settings-context.tsx';
import { ShortcutRow } from './shortcut-row.tsx';

const names: readonly ShortcutName[] = ['pause', 'stop'];

export function ShortcutsSection() {
  const { t } = useTranslation();
  const { settings, takenShortcuts, change } = useSettings();
  const { shortcuts } = settings;
  return (
    <>
      <p className="field-hint">{t('preferences.shortcut.hint')}</p>
      {names.map((name) => (
        <ShortcutRow
          key={name}
          name={name}
          shortcut={shortcuts[name]}
          ofOther={shortcuts[name === 'pause' ? 'stop' : 'pause']}
          byDefault={DEFAULT_SETTINGS.shortcuts[name]}
          isTaken={takenShortcuts.includes(name)}
          onChange={(shortcut) => change({ shortcuts: { ...shortcuts, [name]: shortcut } })}
        />
      ))}
    </>
  );
}
