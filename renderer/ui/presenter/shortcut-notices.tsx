import { KeyboardOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ShareControls } from '../../bridge/share-controls.ts';
import { useStore } from '../use-store.ts';
import { Notice } from './notices.tsx';

const isMac = /Macintosh/.test(navigator.userAgent);

/** Says which shortcuts do not work on this system, and why. */
export function ShortcutNotices({ controls }: { readonly controls: ShareControls }) {
  const { t } = useTranslation();
  const states = useStore(controls.shortcuts);
  return (['pause', 'stop'] as const).map((name) => {
    const shortcut = states[name];
    if (shortcut.state === 'off' || shortcut.state === 'works') return null;
    const text = t(`whileSharing.shortcut.${name}.${shortcut.state}`, {
      keys: shortcut.keys.replace('CommandOrControl', isMac ? 'Command' : 'Ctrl'),
    });
    return <Notice key={name} icon={<KeyboardOff aria-hidden="true" />} text={text} />;
  });
}
