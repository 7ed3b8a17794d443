import type { MenuItemConstructorOptions } from 'electron';
import { record } from '../recorder.ts';
import { StrictEmitter } from '../strict-emitter.ts';
import { supportedOnly } from '../supported-only.ts';

type Template = ReadonlyArray<MenuItemConstructorOptions>;

export type MenuItem = Omit<MenuItemConstructorOptions, 'click' | 'submenu'> & {
  submenu: Menu | undefined;
  click(): void;
};

function createMenuItem(options: MenuItemConstructorOptions): MenuItem {
  const { click, submenu, ...rest } = options;
  const item: MenuItem = {
    label: '',
    type: submenu ? 'submenu' : 'normal',
    enabled: true,
    visible: true,
    checked: false,
    ...rest,
    submenu: Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : undefined,
    click(): void {
      if (item.type === 'checkbox') item.checked = !item.checked;
      (click as ((item: MenuItem, window: undefined, event: object) => void) | undefined)?.(
        item,
        undefined,
        {},
      );
    },
  };
  return item;
}

let applicationMenu: Menu | null = null;

export class Menu extends StrictEmitter {
  readonly items: MenuItem[];

  constructor(template: Template = []) {
    super('Menu', ['menu-will-show', 'menu-will-close']);
    this.items = template.map(createMenuItem);
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  popup(options?: object): void {
    record('Menu.popup', options);
  }

  static buildFromTemplate = (template: Template): Menu => new Menu(template);
  static getApplicationMenu = (): Menu | null => applicationMenu;
  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu;
  }
}

export const menuModule = supportedOnly('Menu', Menu);
