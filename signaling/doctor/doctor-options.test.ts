import { expect, test } from 'vitest';
import { parseCli } from '../cli-options.ts';
import { parseDoctor } from './doctor-options.ts';

const url = 'https://share.example.org';

test('doctor takes one address', () => {
  expect(parseDoctor([url])).toEqual({ name: 'doctor', url, isJson: false });
  expect(parseDoctor(['--json', url])).toEqual({ name: 'doctor', url, isJson: true });
  expect(parseDoctor(['--help'])).toEqual({ name: 'doctor-help' });
  expect(parseDoctor([url, '-h'])).toEqual({ name: 'doctor-help' });
});

test('it is part of the command, and settings of the service do not disturb it', () => {
  expect(parseCli(['doctor', url], { SIGHTLINE_PORT: 'x' })).toMatchObject({ name: 'doctor', url });
});

test.each([
  [[], 'doctor needs one address.'],
  [[url, url], 'doctor needs one address.'],
  [['--jason', url], 'Unknown option "--jason".'],
  [['share.example.org'], 'doctor was given "share.example.org"; allowed is an http or https'],
  [[`${url}/j`], 'without a path'],
  [['https://x\u001b.example'], '"https://x\\u001b.example"'],
])('%j: one clear sentence', (argv, part) => {
  expect(parseDoctor(argv)).toEqual({ name: 'mistake', sentence: expect.stringContaining(part) });
});
