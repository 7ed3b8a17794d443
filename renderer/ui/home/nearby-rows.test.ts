import { expect, test } from 'vitest';
import { nearbyRows } from './nearby-rows.ts';

const share = (id: string) => ({ id, name: id, computer: 'laptop', networks: [] });
const looking = (...ids: string[]) => ({ status: 'looking' as const, shares: ids.map(share) });

test('everybody found can be asked', () => {
  expect(nearbyRows({ listing: looking('a', 'b'), knock: { name: 'none' } })).toEqual([
    { share: share('a'), asking: 'possible' },
    { share: share('b'), asking: 'possible' },
  ]);
});

test('whoever is asked says so, in their place', () => {
  const knock = { name: 'waiting' as const, share: share('a') };
  expect(nearbyRows({ listing: looking('a', 'b'), knock }).map(({ asking }) => asking)).toEqual([
    'waiting',
    'possible',
  ]);
});

test('an answer is shown even when its share is not found any more', () => {
  const knock = { name: 'failed' as const, share: share('a'), problem: 'gone' as const };
  expect(nearbyRows({ listing: looking('b'), knock })).toEqual([
    { share: share('b'), asking: 'possible' },
    { share: share('a'), asking: 'gone' },
  ]);
  expect(nearbyRows({ listing: null, knock })).toHaveLength(1);
});

test('an answer goes when its presenter shares again', () => {
  const knock = { name: 'failed' as const, share: share('a'), problem: 'gone' as const };
  const again = { ...share('a'), id: 'another' };
  const listing = { status: 'looking' as const, shares: [again] };
  expect(nearbyRows({ listing, knock })).toEqual([{ share: again, asking: 'possible' }]);
  const waiting = { name: 'waiting' as const, share: share('a') };
  expect(nearbyRows({ listing, knock: waiting }), 'but not while somebody waits').toHaveLength(2);
});
