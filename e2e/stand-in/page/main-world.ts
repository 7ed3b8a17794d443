import type { PageRequest } from '../messages.ts';
import { guardCapture } from './guard-capture.ts';
import { guardNewWindows } from './guard-new-windows.ts';
import { guardPermissions } from './guard-permissions.ts';
import { otherWorld } from './world-bridge.ts';

type Host = { request: (pageRequest: PageRequest) => Promise<unknown> };

const host = new Promise<Host>((resolve) => otherWorld.on('host', resolve));
const ask = async <Answer>(pageRequest: PageRequest): Promise<Answer> =>
  (await (await host).request(pageRequest)) as Answer;

function deepFreeze(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

otherWorld.on<{ key: string; api: unknown }>('expose', ({ key, api }) => {
  Object.defineProperty(window, key, { value: deepFreeze(api), enumerable: true });
});

guardCapture(ask);
guardPermissions(ask);
guardNewWindows(ask);
