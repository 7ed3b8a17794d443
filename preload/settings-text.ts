import * as z from 'zod/mini';
import { readServerAddress } from './server-address.ts';
import {
  DEFAULT_SETTINGS,
  type OwnIceServer,
  type SettingName,
  type Settings,
  type Shortcuts,
} from './settings.ts';
import {
  iceServerSchema,
  SETTINGS_LIMITS,
  settingSchemas,
  shortcutSchema,
} from './settings-schema.ts';
import { readShortcut } from './shortcut.ts';

/** Written into everything kept; a larger one is of a Sightline to come. */
const VERSION = 1;
/** No settings are longer, and nothing longer is read. */
export const SETTINGS_TEXT_LENGTH = 64 * 1024;
/** Levels of objects and lists; anything deeper could not be written again. */
const DEEPEST = 32;

/** Everything that was kept, also what this version has no use for. */
type Kept = Readonly<Record<string, unknown>>;

export type SettingsText =
  | {
      readonly kind: 'read';
      readonly settings: Settings;
      readonly kept: Kept;
      /** Settings that have their defaults because what was kept for them makes no sense. */
      readonly wrong: readonly SettingName[];
    }
  | { readonly kind: 'broken' }
  | { readonly kind: 'newer' };

const keptSchema = z.record(z.string(), z.unknown());
const names = Object.keys(DEFAULT_SETTINGS) as SettingName[];

/** Reads what was kept, taking from it whatever makes sense. Never throws. */
export function readSettingsText(text: string): SettingsText {
  const kept = readKept(text);
  if (kept === undefined) return { kind: 'broken' };
  const version = own(kept, 'version') ?? VERSION;
  if (typeof version !== 'number' || !(version >= 1)) return { kind: 'broken' };
  if (version > VERSION) return { kind: 'newer' };
  const wrong = new Set<SettingName>();
  const read = Object.fromEntries(
    names.flatMap((name) => {
      if (!Object.hasOwn(kept, name)) return [];
      const { value, isRight } = readers[name]?.(kept[name]) ?? readPlain(name, kept[name]);
      if (!isRight) wrong.add(name);
      return [[name, value]];
    }),
  ) as Partial<Settings>;
  return { kind: 'read', settings: { ...DEFAULT_SETTINGS, ...read }, kept, wrong: [...wrong] };
}

/** What is to be kept: the settings, and beside them all that was kept before and is none of them. */
export function writeSettingsText(settings: Settings, kept: Kept = {}): string {
  const shortcuts = own(kept, 'shortcuts');
  const { success, data: keptShortcuts } = keptSchema.safeParse(shortcuts);
  const written = {
    ...kept,
    version: VERSION,
    ...settings,
    shortcuts: { ...(success ? keptShortcuts : {}), ...settings.shortcuts },
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

type Reading<Name extends SettingName> = {
  readonly value: Settings[Name];
  readonly isRight: boolean;
};

/** For settings in which a part can be right while another one is not. */
const readers: { readonly [Name in SettingName]?: (value: unknown) => Reading<Name> } = {
  serverUrl: (value) => {
    const address = typeof value === 'string' ? readServerAddress(value) : undefined;
    return { value: address ?? null, isRight: value === null || address !== undefined };
  },
  iceServers: (value) => {
    if (!Array.isArray(value)) return { value: DEFAULT_SETTINGS.iceServers, isRight: false };
    const right = new Map<string, OwnIceServer>();
    for (const entry of value) {
      const { data } = iceServerSchema.safeParse(entry);
      const url = data?.url.toLowerCase() ?? '';
      const isNew = right.size < SETTINGS_LIMITS.iceServers && !right.has(url);
      if (data && isNew) right.set(url, data);
    }
    const servers = [...right.values()];
    return { value: servers, isRight: servers.length === value.length };
  },
  shortcuts: (value) => {
    const defaults = DEFAULT_SETTINGS.shortcuts;
    const { data } = keptSchema.safeParse(value);
    if (data === undefined) return { value: defaults, isRight: false };
    const pause = readOneShortcut(data, 'pause');
    const stop = readOneShortcut(data, 'stop');
    const isRight = pause.isRight && stop.isRight;
    const shortcuts: Shortcuts = { pause: pause.value, stop: stop.value };
    // One combination cannot do two things.
    if (pause.value === null || pause.value !== stop.value) return { value: shortcuts, isRight };
    const isDefaultTaken = pause.value === defaults.stop;
    return { value: { ...shortcuts, stop: isDefaultTaken ? null : defaults.stop }, isRight: false };
  },
};

function readOneShortcut(kept: Kept, name: keyof Shortcuts) {
  const right = (value: string | null) => ({ value, isRight: true });
  const value = own(kept, name);
  if (value === undefined) return right(DEFAULT_SETTINGS.shortcuts[name]);
  const shortcut = typeof value === 'string' ? (readShortcut(value) ?? value) : value;
  const { success, data } = shortcutSchema.safeParse(shortcut);
  return success ? right(data) : { value: DEFAULT_SETTINGS.shortcuts[name], isRight: false };
}

function readPlain<Name extends SettingName>(name: Name, kept: unknown): Reading<Name> {
  const { success, data } = settingSchemas[name].safeParse(kept);
  return success
    ? { value: data, isRight: true }
    : { value: DEFAULT_SETTINGS[name], isRight: false };
}

function readKept(text: string): Kept | undefined {
  if (text.length > SETTINGS_TEXT_LENGTH) return undefined;
  try {
    // A byte order mark is how some editors begin a file.
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject && isShallow(value, DEEPEST) ? (value as Kept) : undefined;
  } catch {
    return undefined;
  }
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((member) => isShallow(member, levels - 1));
}

const own = (kept: Kept, key: string): unknown =>
  Object.hasOwn(kept, key) ? kept[key] : undefined;
