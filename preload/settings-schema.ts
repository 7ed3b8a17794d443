import * as z from 'zod/mini';
import { readIceUrl } from './ice-url.ts';
import { readServerAddress } from './server-address.ts';
import type { OwnIceServer, Settings, SettingsPatch, Shortcuts } from './settings.ts';
import { readShortcut } from './shortcut.ts';

export const SETTINGS_LIMITS = { name: 48, iceServers: 8, iceText: 512 } as const;

const iceText = z.string().check(z.maxLength(SETTINGS_LIMITS.iceText));

export const iceServerSchema: z.ZodMiniType<OwnIceServer> = z
  .strictObject({ url: iceText, username: iceText, credential: iceText })
  .check(
    z.refine(({ url, username, credential }) => {
      const read = readIceUrl(url);
      if (read.kind === 'invalid' || read.url !== url) return false;
      const isNamed = username !== '' && credential !== '';
      return read.kind === 'turn' ? isNamed : username === '' && credential === '';
    }),
  );

export const shortcutSchema: z.ZodMiniType<string | null> = z.nullable(
  z.string().check(z.refine((text) => readShortcut(text) === text)),
);

const shortcutsSchema: z.ZodMiniType<Shortcuts> = z
  .strictObject({ pause: shortcutSchema, stop: shortcutSchema })
  .check(z.refine(({ pause, stop }) => pause === null || pause !== stop));

const hasEachUrlOnce = (servers: readonly OwnIceServer[]): boolean =>
  new Set(servers.map(({ url }) => url.toLowerCase())).size === servers.length;

/** One schema for each setting; a setting without one does not compile. */
export const settingSchemas: { readonly [Name in keyof Settings]: z.ZodMiniType<Settings[Name]> } =
  {
    name: z.string().check(z.maxLength(SETTINGS_LIMITS.name)),
    language: z.enum(['system', 'en', 'ko']),
    theme: z.enum(['system', 'light', 'dark']),
    serverUrl: z.nullable(
      z.string().check(z.refine((address) => readServerAddress(address) === address)),
    ),
    iceServers: z
      .array(iceServerSchema)
      .check(z.maxLength(SETTINGS_LIMITS.iceServers), z.refine(hasEachUrlOnce)),
    path: z.enum(['any', 'lan-only', 'relay-only']),
    quality: z.enum(['auto', 'sharp-text', 'smooth-motion', 'low-bandwidth']),
    shortcuts: shortcutsSchema,
    isVisibleNearby: z.boolean(),
    startMinimised: z.boolean(),
    openAtLogin: z.boolean(),
    updates: z.boolean(),
  };

/** At least one setting, and nothing that is none. */
export const settingsPatchSchema: z.ZodMiniType<SettingsPatch> = z
  .partial(z.strictObject(settingSchemas))
  .check(
    z.refine((patch) => {
      const values = Object.values(patch);
      return values.length > 0 && !values.includes(undefined);
    }),
  ) as z.ZodMiniType<SettingsPatch>;
