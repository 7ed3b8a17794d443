import { record } from '../recorder.ts';
import { StrictEmitter } from '../strict-emitter.ts';
import { supportedOnly } from '../supported-only.ts';

class PowerMonitor extends StrictEmitter {
  constructor() {
    super('powerMonitor', ['suspend', 'resume', 'lock-screen', 'unlock-screen', 'shutdown']);
  }
}

export const powerMonitor = new PowerMonitor();

const blockers = new Set<number>();
let lastBlocker = 0;

export const powerSaveBlocker = supportedOnly('powerSaveBlocker', {
  start(type: string): number {
    record('powerSaveBlocker.start', type);
    blockers.add(++lastBlocker);
    return lastBlocker;
  },
  stop(id: number): boolean {
    record('powerSaveBlocker.stop', id);
    return blockers.delete(id);
  },
  isStarted: (id: number): boolean => blockers.has(id),
});
