import {
  DEFAULT_SETTINGS,
  type SaveFailure,
  type Settings,
  type SettingsTrouble,
} from '../../preload/settings.ts';
import { readSettingsText, writeSettingsText } from '../../preload/settings-text.ts';
import { type SettingsFile, saveFailureOf } from './settings-file.ts';

/** What was found in the file, and the way back into it. */
export type OpenedSettings = {
  readonly settings: Settings;
  readonly troubles: readonly SettingsTrouble[];
  readonly place: string;
  /** The file does not hold these settings yet. */
  readonly mustSave: boolean;
  /** Why it could not be done, or `undefined` when it is done. */
  save(settings: Settings): Promise<SaveFailure | undefined>;
};

/** Reads the file once, at start, and sees to it that nothing in it is ever lost. Never rejects. */
export async function openSettings(file: SettingsFile): Promise<OpenedSettings> {
  const found = await file.read();
  if (found.kind === 'none') return opened(file, {});
  const read = found.kind === 'text' ? readSettingsText(found.text) : { kind: 'broken' as const };
  if (read.kind !== 'read') {
    return afterKeepingAside(file, 'move', (place) =>
      opened(file, { troubles: [{ kind: 'kept-aside', why: read.kind, place }] }),
    );
  }
  const { settings, kept, wrong } = read;
  if (wrong.length === 0) return opened(file, { settings, kept });
  return afterKeepingAside(
    file,
    'copy',
    (place) => {
      const troubles = [{ kind: 'wrong-values', names: wrong, place } as const];
      return opened(file, { settings, kept, troubles, mustSave: true });
    },
    settings,
  );
}

type Found = {
  readonly settings?: Settings;
  readonly kept?: Readonly<Record<string, unknown>>;
  readonly troubles?: readonly SettingsTrouble[];
  readonly mustSave?: boolean;
};

function opened(file: SettingsFile, found: Found): OpenedSettings {
  const { settings = DEFAULT_SETTINGS, kept = {}, troubles = [], mustSave = false } = found;
  const save = (latest: Settings) =>
    file.write(writeSettingsText(latest, kept)).then(() => undefined, saveFailureOf);
  return { settings, troubles, place: file.place, mustSave, save };
}

/** What cannot be put aside must not be written over: then nothing is saved at all. */
async function afterKeepingAside(
  file: SettingsFile,
  how: 'move' | 'copy',
  goOn: (place: string) => OpenedSettings,
  settings: Settings = DEFAULT_SETTINGS,
): Promise<OpenedSettings> {
  try {
    return goOn(await file.keepAside(how));
  } catch (error) {
    const why = saveFailureOf(error);
    const { place } = file;
    const troubles = [{ kind: 'not-saved', why, place } as const];
    return { settings, troubles, place, mustSave: false, save: async () => why };
  }
}
