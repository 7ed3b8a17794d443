import { expect, test } from '@playwright/test';
import { IPV4 } from './lab/addresses.ts';
import { run } from './lab/command.ts';
import { openLab } from './lab/lab.ts';
import { openNamespace, removeLeftovers } from './lab/namespace.ts';
import { missingForLab } from './missing-for-lab.ts';
import { NO_PICTURE } from './route-figures.ts';

test.skip(missingForLab().length > 0, `a network lab needs: ${missingForLab().join(', ')}`);

const namespaces = async () =>
  (await run('ip', ['netns', 'list'])).split('\n').filter((name) => name.includes('sightline-'));
/** Those this process opened: others may have theirs at the same time. */
const ownNamespaces = async () =>
  (await namespaces()).filter((name) => name.includes(`sightline-${process.pid}-`));

test('nothing of the lab leads to this machine’s own network, and closing leaves nothing', {
  annotation: NO_PICTURE,
}, async () => {
  const before = await ownNamespaces();
  const lab = await openLab(IPV4);
  const network = await lab.openNetwork(1);
  const machine = await network.addMachine('somebody');
  const reach = (address: string) =>
    machine.namespace.run('ping', ['-q', '-c', '1', '-W', '1', address]);
  await expect(reach(IPV4.service)).resolves.toContain(' 0% packet loss');
  for (const outside of [network.router, lab.internet.namespace]) {
    await expect(outside.ip('route get 192.0.2.1')).rejects.toThrow(/unreachable/);
  }
  // What was stopped, or does not listen to anybody, goes too.
  const sleeper = machine.namespace.start('sleep', ['600']);
  await machine.suspend();
  await lab.close();
  expect(await ownNamespaces()).toEqual(before);
  await expect.poll(() => sleeper.signalCode).toBe('SIGKILL');
});

test('what a killed run has left is removed, and what runs is not', {
  annotation: NO_PICTURE,
}, async () => {
  const ours = await openNamespace('ours');
  // Above the highest number a process can have.
  const leftover = `sightline-${2 ** 22 + 1}-1-left`;
  await run('ip', ['netns', 'add', leftover]);
  await removeLeftovers();
  expect((await namespaces()).join('\n')).not.toContain(leftover);
  expect((await namespaces()).join('\n')).toContain(ours.name);
  await ours.close();
});
