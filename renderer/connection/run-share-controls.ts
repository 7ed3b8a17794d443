import type { ShareCommand, ShareControls, ShareReport } from '../bridge/share-controls.ts';
import type { Presenter } from './presenter-state.ts';
import { shareOf } from './share-report.ts';

export type SharePage = {
  readonly language: () => ShareReport['language'];
  /** Calls `listener` when the language changes. */
  readonly onLanguage: (listener: () => void) => void;
  /** Lets the person choose another source for the running share; `null` where that cannot be. */
  readonly switchSource: (() => void) | null;
  /** Goes to whoever asks to join. */
  readonly showRequests: () => void;
  readonly now: () => number;
};

/** Tells the app's controls how the share stands, and does what they ask for. */
export function runShareControls(
  controls: Pick<ShareControls, 'report' | 'onCommand'>,
  presenter: Presenter,
  page: SharePage,
): void {
  let startedAtMs: number | undefined;
  let told = '';
  const tell = () => {
    const state = presenter.getState();
    const isRunning = state.name === 'opening' || state.name === 'open';
    startedAtMs = isRunning ? (startedAtMs ?? page.now()) : undefined;
    const share = shareOf(state, {
      startedAtMs: startedAtMs ?? 0,
      canSwitch: page.switchSource !== null,
    });
    const report: ShareReport = { language: page.language(), share };
    // Most of what changes in the presenter's state changes nothing here.
    const text = JSON.stringify(report);
    if (text === told) return;
    told = text;
    controls.report(report);
  };
  controls.onCommand((command) => obey(command, presenter, page));
  presenter.subscribe(tell);
  page.onLanguage(tell);
  tell();
}

function obey(command: ShareCommand, presenter: Presenter, page: SharePage) {
  switch (command.type) {
    case 'pause':
      return presenter.setPaused(true, command.reason);
    case 'resume':
      return presenter.setPaused(false);
    case 'stop':
      return presenter.stop();
    case 'switch-source':
      return page.switchSource?.();
    case 'allow':
      return isAsking(presenter, command.peerId) ? presenter.approve(command.peerId) : undefined;
    case 'deny':
      return isAsking(presenter, command.peerId) ? presenter.deny(command.peerId) : undefined;
    case 'show':
      return page.showRequests();
    default:
      return command satisfies never;
  }
}

/** A notification can be answered after the window was: who was let in must not be sent away. */
function isAsking(presenter: Presenter, peerId: string): boolean {
  const state = presenter.getState();
  return (
    state.name === 'open' &&
    state.viewers.some((viewer) => viewer.peerId === peerId && viewer.stage === 'asking')
  );
}
