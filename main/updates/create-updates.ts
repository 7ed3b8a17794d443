import type { UpdateNotice } from '../../preload/contract.ts';
import type { Log } from '../../signaling/log.ts';
import {
  nextUpdateState,
  RESTING,
  type UpdateConditions,
  type UpdateEvent,
  type UpdateState,
} from './update-state.ts';

/** After the start, so that it costs the first window nothing. */
const FIRST_LOOK_MS = 10_000;
const LOOK_EVERY_MS = 4 * 60 * 60_000;
const LOOK_WHILE_SHARING_MS = 60_000;
/** How late a download may notice that a share has begun. */
const LOOK_WHILE_DOWNLOADING_MS = 2_000;

/** What finds, fetches and installs a newer version. */
export type Updater = {
  /** The version that is newer than this one, or `null`. */
  check(): Promise<string | null>;
  /** Fetches what `check` found; rejects when it is cancelled or is not what was published. */
  download(): { readonly done: Promise<void>; cancel(): void };
  /** Replaces the app with what was fetched, and starts it again; throws when it cannot. */
  restart(): void;
  /** Whether what was fetched is installed when the app is quit. */
  setInstallOnQuit(isWanted: boolean): void;
};

export type UpdatesDeps = {
  readonly openUpdater: () => Promise<Updater>;
  readonly isSelfUpdating: boolean;
  readonly isEnabled: () => boolean;
  readonly isSharing: () => boolean;
  /** Calls back once after so many milliseconds; returns what calls it off. */
  readonly schedule: (callback: () => void, delayMs: number) => () => void;
  readonly onNotice: (notice: UpdateNotice) => void;
  readonly log: Pick<Log, 'info' | 'warn'>;
};

/** Keeps the app new: quietly, never during a share, and never without being asked for a restart. */
export function createUpdates(deps: UpdatesDeps) {
  let state: UpdateState = RESTING;
  let updater: Promise<Updater> | undefined;
  let stopDownload = () => {};
  let isClosed = false;
  let stopWaiting = deps.schedule(() => apply({ name: 'due' }), FIRST_LOOK_MS);

  const conditions = (): UpdateConditions => ({
    isEnabled: deps.isEnabled(),
    isSharing: deps.isSharing(),
    isSelfUpdating: deps.isSelfUpdating,
  });

  function apply(event: UpdateEvent): void {
    if (isClosed) return;
    const before = state;
    state = nextUpdateState(before, event, conditions());
    if (state !== before) enter(before);
    stopWaiting();
    stopWaiting = deps.schedule(() => apply({ name: 'due' }), waitIn(state));
  }

  function enter(before: UpdateState): void {
    if (state.name !== before.name) deps.log.info({ update: state.name }, 'update');
    if (before.name === 'downloading' && state.name !== 'ready') stopDownload();
    if (state.name === 'checking') run(check);
    if (state.name === 'downloading') run(download);
    if (state.name === 'restarting') run(restart);
    deps.onNotice(noticeOf(state));
  }

  function run(effect: (library: Updater) => Promise<void>): void {
    const began = state;
    updater ??= deps.openUpdater();
    updater.then(effect).catch((error: unknown) => {
      // What was called off meanwhile has not failed.
      if (state !== began) return;
      deps.log.warn(
        { reason: error instanceof Error ? error.message : String(error) },
        'no update',
      );
      apply({ name: 'failed' });
    });
  }

  async function check(library: Updater): Promise<void> {
    apply({ name: 'checked', version: await library.check() });
  }

  async function download(library: Updater): Promise<void> {
    // A share that began, or a switch turned off, while the library was being loaded.
    if (state.name !== 'downloading') return;
    const began = state;
    const { done, cancel } = library.download();
    stopDownload = cancel;
    await done;
    library.setInstallOnQuit(true);
    if (state === began) apply({ name: 'downloaded' });
  }

  async function restart(library: Updater): Promise<void> {
    library.restart();
  }

  return {
    current: (): UpdateNotice => noticeOf(state),
    /** Goes on at once when something has changed: a switch, or the end of a share. */
    look: () => apply({ name: 'due' }),
    later: () => apply({ name: 'later' }),
    restart: () => apply({ name: 'restart' }),
    /** Before the app quits; what is ready is installed then, unless that is switched off. */
    async close(): Promise<void> {
      if (isClosed) return;
      isClosed = true;
      stopWaiting();
      stopDownload();
      const isWanted = state.name === 'ready' && deps.isEnabled();
      (await updater?.catch(() => undefined))?.setInstallOnQuit(isWanted);
    },
  };
}

function waitIn(state: UpdateState): number {
  if (state.name === 'found') return LOOK_WHILE_SHARING_MS;
  return state.name === 'downloading' ? LOOK_WHILE_DOWNLOADING_MS : LOOK_EVERY_MS;
}

function noticeOf(state: UpdateState): UpdateNotice {
  const isShown = 'isPutOff' in state && !state.isPutOff;
  if (!isShown) return { status: 'none' };
  return { status: state.name === 'ready' ? 'ready' : 'elsewhere', version: state.version };
}
