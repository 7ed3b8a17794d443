import { expect, test } from 'vitest';
import { nearbySchemas } from './nearby-schemas.ts';

const id = 'a'.repeat(32);
const key = 'b'.repeat(64);
const sealed = 'knock1.abc';

test.each([
  ['nearby:watch', []],
  ['nearby:knock', [{ shareId: id, displayName: 'Mina', publicKey: key }]],
  ['nearby:open', [{ name: '', isOpen: true, interfaceName: null }]],
  ['nearby:open', [{ name: 'Mina', isOpen: false, interfaceName: 'Wi-Fi 2' }]],
  ['nearby:answer', [id, { kind: 'allow', sealed }]],
  ['nearby:answer', [id, { kind: 'block' }]],
] as const)('%s takes %j', (channel, args) => {
  expect(nearbySchemas[channel].safeParse(args).success).toBe(true);
});

test.each([
  ['nearby:watch', ['x']],
  ['nearby:knock', []],
  ['nearby:knock', [{ shareId: '10.0.0.1', displayName: 'Mina', publicKey: key }]],
  ['nearby:knock', [{ shareId: id, displayName: 'x'.repeat(129), publicKey: key }]],
  ['nearby:knock', [{ shareId: id, displayName: 'Mina', publicKey: key, address: '10.0.0.1' }]],
  ['nearby:open', [{ name: 'Mina', isOpen: 'yes', interfaceName: null }]],
  ['nearby:open', [{ name: 'Mina', isOpen: true, interfaceName: 'x'.repeat(257) }]],
  // The code as it is must never leave the page.
  ['nearby:answer', [id, { kind: 'allow', sealed: 'ABCDE-12345' }]],
  ['nearby:answer', [id, { kind: 'allow' }]],
  ['nearby:answer', [id, { kind: 'deny', sealed }]],
  ['nearby:answer', ['x', { kind: 'deny' }]],
] as const)('%s does not take %j', (channel, args) => {
  expect(nearbySchemas[channel].safeParse(args).success).toBe(false);
});
