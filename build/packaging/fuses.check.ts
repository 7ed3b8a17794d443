import { getCurrentFuseWire } from '@electron/fuses';
import { expect, it } from 'vitest';
import { expectedFuses, wrongFuses } from './expected-fuses.mjs';
import { program } from './made.ts';

it.each(expectedFuses)('the packaged program %s', async (_what, fuse, state) => {
  const wire = await getCurrentFuseWire(program);
  expect(wire[fuse]).toBe(state);
});

it('a program as Electron publishes it would be found out', async () => {
  const electron = program.replace(/dist\/linux-unpacked\/sightline$/, 'electron/electron');
  expect(await wrongFuses(electron)).not.toEqual([]);
});
