import { record, recorded } from '../recorder.ts';
import { StrictEmitter } from '../strict-emitter.ts';
import { supportedOnly } from '../supported-only.ts';

class NativeTheme extends StrictEmitter {
  themeSource = 'system';

  constructor() {
    super('nativeTheme', ['updated']);
  }

  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'dark';
  }
}

export const nativeTheme = new NativeTheme();

let clipboardText = '';
export const clipboard = supportedOnly('clipboard', {
  readText: (): string => clipboardText,
  writeText(text: string): void {
    clipboardText = text;
  },
  clear(): void {
    clipboardText = '';
  },
});

export const shell = supportedOnly('shell', {
  openExternal: recorded('shell.openExternal', Promise.resolve()),
  openPath: recorded('shell.openPath', Promise.resolve('')),
  showItemInFolder: recorded('shell.showItemInFolder'),
});

type MessageBoxOptions = { defaultId?: number };

/** Answers with the default button at once. */
function showMessageBox(...args: [MessageBoxOptions] | [object, MessageBoxOptions]) {
  const options: MessageBoxOptions = args[1] ?? args[0];
  record('dialog.showMessageBox', options);
  return Promise.resolve({ response: options.defaultId ?? 0, checkboxChecked: false });
}

export const dialog = supportedOnly('dialog', {
  showMessageBox,
  showErrorBox(title: string, content: string): void {
    record('dialog.showErrorBox', title, content);
    process.stderr.write(`${title}\n${content}\n`);
  },
});

export const systemPreferences = supportedOnly('systemPreferences', {
  getMediaAccessStatus: (): string => 'granted',
});
