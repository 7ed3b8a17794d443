import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { DEFAULT_SETTINGS } from '../../preload/settings.ts';
import { settingSchemas } from '../../preload/settings-schema.ts';
import {
  readSettingsText,
  SETTINGS_TEXT_LENGTH,
  writeSettingsText,
} from '../../preload/settings-text.ts';
import { hostileJsonText, stretched } from '../generate/hostile-text.ts';
import { checkPlain } from '../invariants.ts';
import { promise, type Target } from '../target.ts';

const settingsSchema = z.strictObject(settingSchemas);
const names = Object.keys(DEFAULT_SETTINGS);

const address = fc.oneof(
  fc.webUrl().map((url) => new URL(url).origin),
  fc.constantFrom('wss://share.example.org/ws', 'share.example.org', 'ftp://x', 'https://a:b@c'),
);
const iceServer = fc.record(
  {
    url: fc.oneof(
      fc.domain().map((host) => `stun:${host}`),
      fc.tuple(fc.domain(), fc.nat({ max: 70_000 })).map(([host, port]) => `turn:${host}:${port}`),
      fc.ipV6().map((host) => `turns:[${host}]?transport=tcp`),
    ),
    username: fc.string({ maxLength: 8 }),
    credential: fc.string({ maxLength: 8 }),
  },
  { noNullPrototype: true },
);
const shortcut = fc.option(
  fc.constantFrom('CommandOrControl+Alt+P', 'Ctrl+Alt+S', 'alt + f9', 'Shift+P', 'Alt+', 'Alt+P'),
);
const kept = fc.record(
  {
    version: fc.constantFrom(1, 1, 1, 2, 0),
    name: fc.string({ maxLength: 60 }),
    language: fc.constantFrom('system', 'en', 'ko', 'fr'),
    theme: fc.constantFrom('system', 'light', 'dark', 'pink'),
    serverUrl: fc.option(address),
    iceServers: fc.array(iceServer, { maxLength: 10 }),
    path: fc.constantFrom('any', 'lan-only', 'relay-only'),
    shortcuts: fc.record({ pause: shortcut, stop: shortcut }, { noNullPrototype: true }),
    updates: fc.boolean(),
    later: fc.jsonValue(),
  },
  { noNullPrototype: true, requiredKeys: [] },
);

/** What an accident, another program or a later version may have left in the settings file. */
export const settingsText = (frames: number): Target<string> => ({
  name: 'settings-text',
  frames,
  hostile: hostileJsonText(kept),
  examine(text) {
    const read = readSettingsText(text);
    if (read.kind !== 'read') return 'rejected';
    const { settings, wrong } = read;
    checkPlain(settings);
    promise(settingsSchema.safeParse(settings).success, 'settings that were read are valid');
    promise(
      wrong.every((name) => names.includes(name)),
      'only settings are called wrong',
    );
    const again = readSettingsText(writeSettingsText(settings, read.kept));
    promise(again.kind === 'read', 'what is written can be read');
    promise(again.wrong.length === 0, 'nothing wrong is ever written');
    promise(isDeepStrictEqual(again.settings, settings), 'settings survive being written');
    for (const key of Object.keys(read.kept)) {
      if (names.includes(key) || key === 'version') continue;
      // As text, because JSON has no -0.
      const isSame = JSON.stringify(again.kept[key]) === JSON.stringify(read.kept[key]);
      promise(isSame, 'what this version does not know stays as it was');
    }
    return 'accepted';
  },
  feed: readSettingsText,
  ordinaryOfLength: (length) => JSON.stringify({ version: 1, later: 'a'.repeat(length) }),
  stretchedToLength: stretched,
  maxLength: SETTINGS_TEXT_LENGTH,
});
