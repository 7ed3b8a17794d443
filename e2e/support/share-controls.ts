import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { presenterOn } from './presenter-page.ts';

type StandIn = {
  readonly calls: readonly { readonly api: string; readonly args: readonly unknown[] }[];
  readonly trays: readonly {
    readonly toolTip: string;
    readonly menu: {
      readonly items: readonly {
        readonly label: string;
        readonly type: string;
        readonly enabled: boolean;
        readonly checked: boolean;
        click(): void;
      }[];
    } | null;
  }[];
  readonly notifications: readonly {
    readonly isClosed: boolean;
    readonly options: { readonly title: string };
    emit(event: string, ...args: unknown[]): void;
  }[];
  readonly shortcuts: Map<string, () => void>;
};
type WithStandIn = { readonly standIn: StandIn };

/** Goes from the app's home to a share of the whole screen. */
export async function shareScreen(page: Page) {
  const presenter = presenterOn(page);
  await presenter.shareButton.click();
  await page.getByRole('tab', { name: 'Screens' }).click();
  await page.getByRole('radio', { name: /screen/i }).check();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  return { presenter, ...(await presenter.invite()) };
}

/** What surrounds the main window while a screen is shared, as a person and the system use it. */
export function shareControlsOf(electronApp: ElectronApplication) {
  const findBar = () => electronApp.windows().find((page) => page.url().endsWith('/bar.html'));
  return {
    /** The control bar's page, once it is there. */
    async bar(): Promise<Page> {
      await expect.poll(() => findBar() !== undefined).toBe(true);
      const page = findBar();
      if (!page) throw new Error('the control bar is gone again');
      await expect(page.getByRole('timer')).not.toBeEmpty();
      return page;
    },
    hasBar: () => findBar() !== undefined,
    toolTip: () =>
      electronApp.evaluate(
        () => (globalThis as unknown as WithStandIn).standIn.trays[0]?.toolTip ?? 'no tray',
      ),
    /** The menu as lines of text; what cannot be clicked is in brackets. */
    menu: () =>
      electronApp.evaluate(() => {
        const { standIn } = globalThis as unknown as WithStandIn;
        return (standIn.trays[0]?.menu?.items ?? []).map(({ type, label, enabled, checked }) => {
          if (type === 'separator') return '---';
          if (type === 'checkbox') return `[${checked ? 'x' : ' '}] ${label}`;
          return enabled ? label : `(${label})`;
        });
      }),
    choose: (label: string) =>
      electronApp.evaluate((_electron, wanted) => {
        const { standIn } = globalThis as unknown as WithStandIn;
        const item = standIn.trays[0]?.menu?.items.find((each) => each.label === wanted);
        if (!item) throw new Error(`the tray has no ${wanted}`);
        item.click();
      }, label),
    /** The shortcuts the app holds. */
    shortcuts: () =>
      electronApp.evaluate(() => [
        ...(globalThis as unknown as WithStandIn).standIn.shortcuts.keys(),
      ]),
    press: (keys: string) =>
      electronApp.evaluate((_electron, wanted) => {
        const press = (globalThis as unknown as WithStandIn).standIn.shortcuts.get(wanted);
        if (!press) throw new Error(`nobody holds ${wanted}`);
        press();
      }, keys),
    /** Another program takes these keys first. */
    takeKeys: (keys: string) =>
      electronApp.evaluate((_electron, taken) => {
        (globalThis as unknown as WithStandIn).standIn.shortcuts.set(taken, () => {});
      }, keys),
    power: (event: 'lock-screen' | 'unlock-screen' | 'suspend' | 'resume') =>
      electronApp.evaluate(({ powerMonitor }, name) => {
        powerMonitor.emit(name);
      }, event),
    /** How often the display was asked to stay on, less how often it was let go. */
    displayBlocks: () =>
      electronApp.evaluate(() => {
        const { calls } = (globalThis as unknown as WithStandIn).standIn;
        const count = (api: string) => calls.filter((call) => call.api === api).length;
        return count('powerSaveBlocker.start') - count('powerSaveBlocker.stop');
      }),
    notices: () =>
      electronApp.evaluate(() =>
        (globalThis as unknown as WithStandIn).standIn.notifications.map(
          ({ options, isClosed }) => `${options.title}${isClosed ? ' (closed)' : ''}`,
        ),
      ),
    /** Something a person does with the notification of this title. */
    onNotice: (title: string, event: 'click' | 'allow' | 'deny') =>
      electronApp.evaluate(
        (_electron, wanted) => {
          const { standIn } = globalThis as unknown as WithStandIn;
          const notice = standIn.notifications.find(
            ({ options }) => options.title === wanted.title,
          );
          if (!notice) throw new Error(`no notification says ${wanted.title}`);
          if (wanted.event === 'click') notice.emit('click', {});
          else notice.emit('action', { actionIndex: wanted.event === 'allow' ? 0 : 1 });
        },
        { title, event },
      ),
    /** Answers every question from now on, and notes what was asked. */
    answer: (buttonLabel: string) =>
      electronApp.evaluate(({ dialog }, label) => {
        const asked: string[] = [];
        Reflect.set(globalThis, 'asked', asked);
        type Options = { readonly message: string; readonly buttons: readonly string[] };
        Reflect.set(dialog, 'showMessageBox', (...args: readonly unknown[]) => {
          const { message, buttons } = args.at(-1) as Options;
          asked.push(message);
          return Promise.resolve({ response: buttons.indexOf(label), checkboxChecked: false });
        });
      }, buttonLabel),
    asked: () =>
      electronApp.evaluate(() => (Reflect.get(globalThis, 'asked') ?? []) as readonly string[]),
    closeWindow: () =>
      electronApp.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()
          .find((window) => window.webContents.getURL().endsWith('/index.html'))
          ?.close();
      }),
    mainWindow: () =>
      electronApp.evaluate(({ BrowserWindow }) => {
        const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
          webContents.getURL().endsWith('/index.html'),
        );
        if (!window) return 'gone';
        if (window.isMinimized()) return 'minimised';
        return window.isVisible() ? 'visible' : 'hidden';
      }),
    calls: (api: string) =>
      electronApp.evaluate(
        (_electron, wanted) =>
          (globalThis as unknown as WithStandIn).standIn.calls
            .filter((call) => call.api === wanted)
            .map((call) => JSON.stringify(call.args)),
        api,
      ),
  };
}
