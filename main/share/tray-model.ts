import type { Share } from '../../preload/share.ts';
import type { Say } from '../../renderer/i18n/say.ts';
import { oneLine } from './one-line.ts';

export type ControlAction =
  | 'pause'
  | 'resume'
  | 'stop'
  | 'switch-source'
  | 'open'
  | 'show-bar'
  | 'hide-bar'
  | 'quit';

export type TrayItem =
  | { readonly kind: 'line' }
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'action'; readonly label: string; readonly action: ControlAction }
  | {
      readonly kind: 'tick';
      readonly label: string;
      readonly isOn: boolean;
      readonly action: ControlAction;
    };

export type TrayModel = {
  readonly icon: Share['state'];
  readonly toolTip: string;
  readonly items: readonly TrayItem[];
};

const NAME_LENGTH = 40;

/** What the tray shows; `isBarHidden` when the person does not want the control bar. */
export function trayOf(share: Share, isBarHidden: boolean, say: Say): TrayModel {
  const act = (label: string, action: ControlAction): TrayItem => ({
    kind: 'action',
    label,
    action,
  });
  const around = [
    act(say('whileSharing.action.open'), 'open'),
    act(say('whileSharing.action.quit'), 'quit'),
  ];
  const toolTip = say(`whileSharing.tray.${share.state}`);
  const head: TrayItem = { kind: 'text', label: toolTip };
  if (share.state === 'idle') {
    return { icon: 'idle', toolTip, items: [head, { kind: 'line' }, ...around] };
  }
  const text = (label: string): TrayItem => ({ kind: 'text', label });
  const sourceName = oneLine(share.sourceName, NAME_LENGTH);
  const asking = share.asking.length;
  return {
    icon: share.state,
    toolTip,
    items: [
      head,
      ...(sourceName ? [text(say('whileSharing.tray.source', { name: sourceName }))] : []),
      text(say('whileSharing.tray.watching', { count: share.watching })),
      ...(asking > 0 ? [act(say('whileSharing.tray.asking', { count: asking }), 'open')] : []),
      { kind: 'line' },
      share.state === 'paused'
        ? act(say('whileSharing.action.resume'), 'resume')
        : act(say('whileSharing.action.pause'), 'pause'),
      ...(share.canSwitch ? [act(say('whileSharing.action.switch'), 'switch-source')] : []),
      act(say('whileSharing.action.stop'), 'stop'),
      { kind: 'line' },
      {
        kind: 'tick',
        label: say('whileSharing.action.bar'),
        isOn: !isBarHidden,
        action: isBarHidden ? 'show-bar' : 'hide-bar',
      },
      ...around,
    ],
  };
}
