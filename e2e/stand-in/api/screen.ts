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

type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

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

  /** The display that most of an area is on. */
  getDisplayMatching(area: Rectangle) {
    const shared = (start: number, length: number, from: number, size: number): number =>
      Math.max(0, Math.min(start + length, from + size) - Math.max(start, from));
    const overlap = ({ bounds }: ReturnType<typeof displayOf>): number =>
      shared(bounds.x, bounds.width, area.x, area.width) *
      shared(bounds.y, bounds.height, area.y, area.height);
    const [best] = this.getAllDisplays().sort((one, other) => overlap(other) - overlap(one));
    return best ?? this.getPrimaryDisplay();
  }
}

export const screen = new Screen();
