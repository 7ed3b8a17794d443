import type { Menu, MenuItemConstructorOptions, NativeImage, Tray } from 'electron';
import type { ControlAction, TrayItem, TrayModel } from './tray-model.ts';

export type TrayDeps = {
  readonly Tray: typeof Tray;
  readonly Menu: typeof Menu;
  readonly images: Readonly<Record<TrayModel['icon'], NativeImage>>;
  /** On macOS and Linux a click opens the menu; on Windows the right button does. */
  readonly opensOnClick: boolean;
};

/** The icon that always says whether the screen is shared; nothing where there can be none. */
export function createTray(deps: TrayDeps, act: (action: ControlAction) => void) {
  let tray: Tray | undefined;
  let shown = '';

  const openTray = (model: TrayModel) => {
    try {
      tray = new deps.Tray(deps.images[model.icon]);
      if (deps.opensOnClick) tray.on('click', () => act('open'));
    } catch {
      // A desktop without a place for it.
    }
  };
  return {
    show(model: TrayModel): void {
      const text = JSON.stringify(model);
      if (text === shown) return;
      shown = text;
      if (!tray) openTray(model);
      tray?.setImage(deps.images[model.icon]);
      tray?.setToolTip(model.toolTip);
      tray?.setContextMenu(
        deps.Menu.buildFromTemplate(model.items.map((item) => menuItemOf(item, act))),
      );
    },
    close(): void {
      tray?.destroy();
      tray = undefined;
      shown = '';
    },
  };
}

function menuItemOf(
  item: TrayItem,
  act: (action: ControlAction) => void,
): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'line':
      return { type: 'separator' };
    case 'text':
      return { label: labelOf(item.label), enabled: false };
    case 'action':
      return { label: labelOf(item.label), click: () => act(item.action) };
    case 'tick':
      return {
        label: labelOf(item.label),
        type: 'checkbox',
        checked: item.isOn,
        click: () => act(item.action),
      };
    default:
      return item satisfies never;
  }
}

/** A single & would underline the next letter. */
const labelOf = (text: string): string => text.replaceAll('&', '&&');
