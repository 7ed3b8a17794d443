import { expect, test } from 'vitest';
import { createContentSecurityPolicy } from './security-headers.ts';

test('P38: the policy, word for word', () => {
  expect(createContentSecurityPolicy()).toBe(
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
      "media-src 'self' blob: mediastream:; font-src 'self'; connect-src 'self'; " +
      "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
});

test('sources can be added, and then replace none', () => {
  const policy = createContentSecurityPolicy({
    'connect-src': ['http://127.0.0.1:8787'],
    'frame-ancestors': ["'self'"],
  });
  expect(policy).toContain("connect-src 'self' http://127.0.0.1:8787;");
  expect(policy).toMatch(/frame-ancestors 'self'$/);
});
