import { StrictEmitter } from '../strict-emitter.ts';
import { cursorPosition, listMonitors, type Monitor } from '../x11/monitors.ts';

function displayOf({ id, name, x, y, width, height }: Monitor) {
  const bounds = { x, y, width, height };
  const size = { width, height };
  return {
    id: Number(id),
    label: name,
    bounds,
    workArea: bounds,
    size,
    workAreaSize: size,
    scaleFactor: 1,
    rotation: 0,
    internal: false,
  };
}

class Screen extends StrictEmitter {
  constructor() {
    super('screen', ['display-added', 'display-removed', 'display-metrics-changed']);
  }

  getAllDisplays = () => listMonitors().map(displayOf);
  getCursorScreenPoint = cursorPosition;

  getPrimaryDisplay() {
    const [primary] = this.getAllDisplays();
    if (!primary) throw new Error('stand-in: xrandr lists no monitor');
    return primary;
  }

  getDisplayNearestPoint(point: { x: number; y: number }) {
    const within = (start: number, length: number, at: number): boolean =>
      at >= start && at < start + length;
    const found = this.getAllDisplays().find(
      ({ bounds }) =>
        within(bounds.x, bounds.width, point.x) && within(bounds.y, bounds.height, point.y),
    );
    return found ?? this.getPrimaryDisplay();
  }
}

export const screen = new Screen();
