import { describe, expect, it } from 'vitest';
import { causes } from '../../doctor/diagnosis.ts';
import { type AskedServer, checks, type Finding, outcomes } from '../../doctor/findings.ts';
import { en } from '../../i18n/en.ts';
import { outcomeText, serverText } from './outcome-text.ts';

const textAt = (key: string): unknown =>
  key.split('.').reduce<unknown>((tree, part) => (tree as Record<string, unknown>)?.[part], en);

describe('texts of the connection check', () => {
  it.each(
    checks.flatMap((check) =>
      Object.keys(outcomes[check]).map((outcome) => [check, outcome] as const),
    ),
  )('say what %s found: %s', (check, outcome) => {
    expect(textAt(outcomeText(check, { outcome } as Finding))).toEqual(expect.any(String));
  });

  it.each(['answers', 'silent', ...Object.keys(outcomes['relay-udp'])] as AskedServer['outcome'][])(
    'say what one server did: %s',
    (outcome) => {
      expect(textAt(serverText(outcome))).toEqual(expect.any(String));
    },
  );

  it('are there for every cause, and for no other', () => {
    expect(Object.keys(en.doctor.cause).sort()).toEqual(Object.keys(causes).sort());
  });

  it('are there for every outcome only', () => {
    for (const check of checks) {
      expect(Object.keys(en.doctor[check]).sort()).toEqual(Object.keys(outcomes[check]).sort());
    }
  });
});
