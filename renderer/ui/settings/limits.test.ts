import { expect, it } from 'vitest';
import { SETTINGS_LIMITS } from '../../../preload/settings-schema.ts';
import { DISPLAY_NAME_LENGTH } from '../../connection/greeting.ts';

it('a name that may be sent may be kept', () => {
  expect(SETTINGS_LIMITS.name).toBe(DISPLAY_NAME_LENGTH);
});
