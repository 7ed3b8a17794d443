import { StrictEmitter } from '../strict-emitter.ts';
import { supportedOnly, unsupported } from '../supported-only.ts';
import { BrowserWindow } from '../window/browser-window.ts';
import { app } from './app.ts';
import { registerPrivilegedSchemes } from './custom-schemes.ts';
import { clipboard, dialog, nativeTheme, shell, systemPreferences } from './desktop.ts';
import { desktopCapturer } from './desktop-capturer.ts';
import { globalShortcut } from './global-shortcut.ts';
import { ipcMain } from './ipc-main.ts';
import { menuModule } from './menu.ts';
import { nativeImage } from './native-image.ts';
import { net } from './net.ts';
import { Notification } from './notification.ts';
import { powerMonitor, powerSaveBlocker } from './power.ts';
import { screen } from './screen.ts';
import { defaultSession, session } from './session.ts';
import { Tray } from './tray.ts';
import { webContents } from './web-contents-module.ts';

const protocol = supportedOnly('protocol', {
  ...defaultSession.schemes,
  registerSchemesAsPrivileged: registerPrivilegedSchemes,
});

// They have to be there to be imported by name; only their use is an error.
const missing = [
  'BaseWindow',
  'BrowserView',
  'MenuItem',
  'MessageChannelMain',
  'ShareMenu',
  'TouchBar',
  'View',
  'WebContentsView',
  'contentTracing',
  'crashReporter',
  'inAppPurchase',
  'netLog',
  'pushNotifications',
  'safeStorage',
  'utilityProcess',
  'webFrameMain',
];

function missingModule(name: string): object {
  const use = (): never => unsupported(name);
  return new Proxy(use, { get: use, construct: use });
}

export const electronModule = supportedOnly('electron', {
  ...Object.fromEntries(missing.map((name) => [name, missingModule(name)])),
  app,
  autoUpdater: supportedOnly(
    'autoUpdater',
    new StrictEmitter('autoUpdater', ['before-quit-for-update']),
  ),
  BrowserWindow: supportedOnly('BrowserWindow', BrowserWindow),
  clipboard,
  desktopCapturer,
  dialog,
  globalShortcut,
  ipcMain,
  Menu: menuModule,
  nativeImage,
  nativeTheme,
  net,
  Notification: supportedOnly('Notification', Notification),
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
  systemPreferences,
  Tray: supportedOnly('Tray', Tray),
  webContents,
});
