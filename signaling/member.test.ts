import { expect, test } from 'vitest';
import {
  createPresenter,
  matchesTokens,
  part,
  rotateTokens,
  settleTokens,
  tell,
} from './member.ts';

const noLine = { send: () => {}, close: () => {} };

test('P26: rotation keeps the used token until the member has spoken', () => {
  const member = createPresenter('p', noLine, () => 'one');
  rotateTokens(member, 'one', () => 'two');
  expect(['one', 'two'].map((token) => matchesTokens(member.tokens, token))).toEqual([true, true]);
  rotateTokens(member, 'one', () => 'three');
  expect(matchesTokens(member.tokens, 'two')).toBe(false);
  settleTokens(member);
  expect(matchesTokens(member.tokens, 'one')).toBe(false);
  expect(matchesTokens(member.tokens, 'three')).toBe(true);
});

test('P28: a token of another length does not fit and does not throw', () => {
  const member = createPresenter('p', noLine, () => 'token');
  for (const token of ['', 'toke', 'tokens', 'tok\u00e9n']) {
    expect(matchesTokens(member.tokens, token)).toBe(false);
  }
});

test('a member without its place is told nothing; parting twice is safe', () => {
  const events: unknown[] = [];
  const line = { send: () => events.push('send'), close: (code: number) => events.push(code) };
  const member = createPresenter('p', line, () => 'token');
  tell(member, { type: 'pong' });
  part(member);
  part(member);
  tell(member, { type: 'pong' });
  expect(events).toEqual(['send', 1000]);
});

test('parting stops the window of an away member', () => {
  const member = createPresenter('p', noLine, () => 'token');
  let isCancelled = false;
  const cancelWindow = () => {
    isCancelled = true;
  };
  member.presence = { name: 'away', cancelWindow };
  part(member);
  expect(isCancelled).toBe(true);
});
