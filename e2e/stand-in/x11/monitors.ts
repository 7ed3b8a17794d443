import { runNow } from './command.ts';

export type Monitor = {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

const monitorLine = /^\s*\d+:\s*\+?\*?(\S+)\s+(\d+)\/\d+x(\d+)\/\d+\+(\d+)\+(\d+)/;

// Chromium names a screen source by the X atom of its monitor's name.
function atomOf(name: string): string {
  return /^\s*(\d+)/.exec(String(runNow('xlsatoms', ['-name', name])))?.[1] ?? '0';
}

export function listMonitors(): Monitor[] {
  const lines = String(runNow('xrandr', ['--listactivemonitors'])).split('\n');
  return lines.flatMap((line) => {
    const [, name, width, height, x, y] = monitorLine.exec(line) ?? [];
    if (!name) return [];
    const box = { x: Number(x), y: Number(y), width: Number(width), height: Number(height) };
    return [{ id: atomOf(name), name, ...box }];
  });
}

export function cursorPosition(): { x: number; y: number } {
  const [, x, y] = /x:(\d+) y:(\d+)/.exec(String(runNow('xdotool', ['getmouselocation']))) ?? [];
  return { x: Number(x ?? 0), y: Number(y ?? 0) };
}
