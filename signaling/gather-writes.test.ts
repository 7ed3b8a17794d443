import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createGatheredWrites } from './gather-writes.ts';

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** A stream that remembers what was written to it at once. */
function createSink() {
  const batches: string[] = [];
  const stream = new Writable({
    writev(chunks, done) {
      batches.push(chunks.map(({ chunk }) => String(chunk)).join(' '));
      done();
    },
  });
  return { batches, stream, writes: createGatheredWrites() };
}

test('what is written in one turn leaves together, in order, with what others write', async () => {
  const { batches, stream, writes } = createSink();
  for (const text of ['a', 'b']) {
    writes.gather(stream);
    stream.write(text);
  }
  stream.write('not asked for');
  expect(batches).toEqual([]);
  await nextTurn();
  expect(batches).toEqual(['a b not asked for']);
});

test('streams are gathered side by side, and flushed one by one', async () => {
  const { batches, stream, writes } = createSink();
  const other = createSink();
  for (const text of ['a', 'b']) {
    for (const each of [stream, other.stream]) {
      writes.gather(each);
      each.write(text);
    }
  }
  writes.flush(other.stream);
  expect([batches, other.batches]).toEqual([[], ['a b']]);
  await nextTurn();
  expect([batches, other.batches]).toEqual([['a b'], ['a b']]);
});

test('it leaves before anything else is read', async () => {
  const { batches, stream, writes } = createSink();
  const other = nextTurn().then(() => batches.push('other'));
  writes.gather(stream);
  stream.write('a');
  await other;
  expect(batches).toEqual(['a', 'other']);
});

test('flushed early, even twice, it gathers again and still lets everything out', async () => {
  const { batches, stream, writes } = createSink();
  writes.gather(stream);
  stream.write('a');
  writes.flush(stream);
  writes.flush(stream);
  expect(batches).toEqual(['a']);
  writes.gather(stream);
  stream.write('b');
  stream.write('c');
  expect(batches).toEqual(['a']);
  await nextTurn();
  expect(batches).toEqual(['a', 'b c']);
  stream.write('d');
  expect(batches).toEqual(['a', 'b c', 'd']);
});

test('where nothing was gathered, what others hold back stays', () => {
  const { batches, stream, writes } = createSink();
  stream.cork();
  stream.write('a');
  writes.flush(stream);
  expect(batches).toEqual([]);
  stream.uncork();
  expect(batches).toEqual(['a']);
});

test('a stream that ends or is cut meanwhile takes no harm', async () => {
  const [ended, cut] = [createSink(), createSink()];
  for (const { stream, writes } of [ended, cut]) {
    writes.gather(stream);
    stream.write('a');
  }
  ended.stream.end();
  cut.stream.destroy();
  await nextTurn();
  expect([ended.batches, cut.batches]).toEqual([['a'], []]);
});
