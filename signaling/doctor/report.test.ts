import { expect, test } from 'vitest';
import { failed, ok, warning } from './check.ts';
import { exitCodeOf, writeJsonReport, writeReport } from './report.ts';

const fine = ok('name', 'share.example.org is 203.0.113.7');
const noTurn = warning('turn', 'none is named', { cause: 'no-turn', subject: '' });
const secret = (url: string) =>
  failed('turn', `${url}: refused with 401`, { cause: 'turn-secret', subject: 'turn.example.org' });

test('one line for each check, and nothing to fix', () => {
  expect(writeReport([fine])).toBe(
    'ok       name         share.example.org is 203.0.113.7\n\nNothing to fix.\n',
  );
});

test('each thing to fix once, failures before warnings', () => {
  const report = writeReport([fine, noTurn, secret('turn:a'), secret('turn:b')]);
  expect(report.split('\n')).toEqual([
    'ok       name         share.example.org is 203.0.113.7',
    'warning  turn         none is named',
    'failed   turn         turn:a: refused with 401',
    'failed   turn         turn:b: refused with 401',
    '',
    'What to fix:',
    expect.stringMatching(
      /^- The relay at turn\.example\.org does not accept credentials .*differ/,
    ),
    expect.stringMatching(/^- The service names no TURN server/),
    '',
  ]);
});

test('what the other side says cannot steer the terminal', () => {
  const report = writeReport([ok('service', 'Sightline \u001b[2J\u009b1m')]);
  expect(report).toContain('Sightline ?[2J?1m');
});

test('JSON tells status, checks and problems', () => {
  const report = JSON.parse(writeJsonReport([fine, noTurn]));
  expect(report).toEqual({
    status: 'warning',
    checks: [fine, noTurn],
    problems: [
      { cause: 'no-turn', subject: '', text: expect.stringContaining('Run one and name') },
    ],
  });
});

test('the exit code tells the worst', () => {
  expect(exitCodeOf([fine])).toBe(0);
  expect(exitCodeOf([noTurn, fine])).toBe(1);
  expect(exitCodeOf([secret('turn:a'), noTurn])).toBe(2);
});
