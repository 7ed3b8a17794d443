import { recorded } from '../recorder.ts';
import { StrictEmitter } from '../strict-emitter.ts';
import type { Menu } from './menu.ts';

/** Those that were not destroyed, for tests to click on. */
export const trays: Tray[] = [];

export class Tray extends StrictEmitter {
  setTitle = recorded('Tray.setTitle');
  menu: Menu | null = null;
  toolTip = '';

  image: unknown;

  constructor(image: unknown) {
    super('Tray', ['click', 'double-click', 'right-click']);
    this.image = image;
    trays.push(this);
  }

  setImage(image: unknown): void {
    this.image = image;
  }

  setContextMenu(menu: Menu | null): void {
    this.menu = menu;
  }

  setToolTip(text: string): void {
    this.toolTip = text;
  }

  isDestroyed = (): boolean => !trays.includes(this);

  destroy(): void {
    if (trays.includes(this)) trays.splice(trays.indexOf(this), 1);
  }
}
