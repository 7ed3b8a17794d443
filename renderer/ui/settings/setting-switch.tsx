import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Switch } from '../switch.tsx';
import { useSettings } from './settings-context.tsx';

type Props = {
  readonly setting: 'isVisibleNearby' | 'startMinimised' | 'openAtLogin' | 'updates';
};

export function SettingSwitch({ setting }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { settings, change } = useSettings();
  return (
    <div className="setting-switch">
      <Switch
        label={t(`preferences.switch.${setting}`)}
        isOn={settings[setting]}
        describedBy={id}
        onSwitch={(isOn) => change({ [setting]: isOn })}
      />
      <p id={id} className="field-hint">
        {t(`preferences.switchHint.${setting}`)}
      </p>
    </div>
  );
}
