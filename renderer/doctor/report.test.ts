import { describe, expect, it } from 'vitest';
import { reportableHost } from './report.ts';

describe('a server in the report', () => {
  it.each(['stun.l.google.com', 'localhost', 'turn_1.xn--bcher-kva.example'])(
    '%s by name',
    (host) => {
      expect(reportableHost(host)).toBe(host);
    },
  );

  it.each([
    '198.51.100.1',
    '[2001:db8::1]',
    '3325256705',
    '0xc6336401',
    '0306.063.0144.01',
    'ab.local',
    'a@b.example',
    'user:secret',
    `${'a.'.repeat(130)}example`,
    'x\ncause: all-good',
  ])('%j never by address', (host) => {
    expect(reportableHost(host)).toBe('server by address');
  });
});
