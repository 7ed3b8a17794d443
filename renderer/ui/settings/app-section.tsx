import { SettingSwitch } from './setting-switch.tsx';

/** How the app starts and stays up to date. */
export function AppSection() {
  return (
    <>
      <SettingSwitch setting="openAtLogin" />
      <SettingSwitch setting="startMinimised" />
      <SettingSwitch setting="updates" />
    </>
  );
}
