import type { Role } from '../../signaling/protocol.ts';
import type { RoomCode } from '../../signaling/room-code.ts';
import type { Bridge } from '../bridge/bridge.ts';
import type { OpenCapture, SourceChoice } from '../capture/open-capture.ts';
import { stopTracks } from '../capture/stop-tracks.ts';
import type { CloseReason } from '../connection/close-reason.ts';
import { type JoinInput, parseJoinInput } from '../connection/join-input.ts';
import type { GuestInvite } from '../connection/knock.ts';
import type { Presenter } from '../connection/presenter-state.ts';
import { createStore } from '../connection/store.ts';
import type { Viewer } from '../connection/viewer-state.ts';
import type { Examination } from '../doctor/doctor.ts';
import { appLinkOf } from './app-link.ts';
import { examinationOf } from './examination.ts';
import { joinRouteOf } from './join-route.ts';

export type JoinProblem = Extract<JoinInput, { kind: 'invalid' }>['problem'];

/** What the person is doing, between and around the connections. */
export type JourneyState =
  | { readonly name: 'home'; readonly problem: JoinProblem | null }
  /** In the app's own gallery; `isStarting` once a source is being captured. */
  | { readonly name: 'choosing'; readonly isStarting: boolean }
  /** The browser's own picker is open. */
  | { readonly name: 'choosing-in-browser' }
  | { readonly name: 'sharing' }
  /** `appLink` opens the same invite in the desktop app, where a link led to this page. */
  | { readonly name: 'watching'; readonly displayName: string; readonly appLink?: string }
  /** The invite goes on in the desktop app. */
  | { readonly name: 'handed-over'; readonly appLink: string }
  /** Ended before there was a connection. */
  | { readonly name: 'refused'; readonly role: Role; readonly reason: CloseReason }
  /** Finding out what is in the way of a connection. */
  | { readonly name: 'checking'; readonly examination: Examination };

/** What a person can do outside a running share; every call is safe in every state. */
export type Journey = {
  getState(): JourneyState;
  subscribe(listener: () => void): () => void;
  /** Must be called while a click is handled: browsers open their picker only then. */
  share(): void;
  shareSource(sourceId: string, withSound: boolean): void;
  cancelChoosing(): void;
  joinText(text: string, displayName: string): void;
  joinCode(code: RoomCode, displayName: string): void;
  /** The desktop app takes over: this page asks no longer. */
  handOver(): void;
  /** Watches somebody who has allowed it already. */
  joinAllowed(invite: GuestInvite, displayName: string): void;
  /** Goes on watching after the page was loaded anew, where there is something to go on with. */
  comeBack(): void;
  showProblem(problem: JoinProblem | null): void;
  leave(): void;
  /** Does once more what has just ended. */
  again(): void;
  /** Checks the connection; not while a share or a view is running. */
  check(): void;
  home(): void;
};

export type JourneyDeps = {
  readonly bridge: Bridge;
  readonly presenter: Presenter;
  readonly viewer: Viewer;
  readonly openCapture: OpenCapture;
  readonly page: {
    readonly origin: string;
    readonly open: (url: string) => void;
    /** Whether the person could have the desktop app on this computer. */
    readonly mayHaveApp: boolean;
  };
};

export function createJourney(deps: JourneyDeps): Journey {
  const { bridge, presenter, viewer, page } = deps;
  const store = createStore<JourneyState>({ name: 'home', problem: null });
  let repeat: () => void = () => {};
  /** Server of the last share or view; `null` for the one a share from here is opened on. */
  let lastSocketUrl: string | null = null;

  const enter = (state: JourneyState) => {
    store.set(state);
    // A step that took its time checks that nothing else was begun meanwhile.
    return () => store.get() === state;
  };
  const refuse = (role: Role, reason: CloseReason) => enter({ name: 'refused', role, reason });

  const capture = async (choice: SourceChoice | null, isCurrent: () => boolean) => {
    const result = await deps.openCapture(bridge.picker, choice);
    // Nothing may be captured that the person no longer wants to show.
    if (!isCurrent()) return result.status === 'open' ? stopTracks(result.stream) : undefined;
    if (result.status === 'refused') return void refuse('presenter', result.reason);
    presenter.start(result.stream);
    enter({ name: 'sharing' });
  };

  const join = async (
    code: RoomCode,
    displayName: string,
    socketUrl: string | null,
    { appLink, guest }: { appLink?: string; guest?: GuestInvite['guest'] } = {},
  ) => {
    // A pass is good once: the next time this person asks like everybody.
    repeat = () => void join(code, displayName, socketUrl, { ...(appLink && { appLink }) });
    lastSocketUrl = socketUrl;
    viewer.reset();
    const isCurrent = enter({ name: 'watching', displayName, ...(appLink && { appLink }) });
    const url = socketUrl ?? (await ownSocketUrl(bridge));
    if (!isCurrent()) return;
    if (url === null) refuse('viewer', 'server-unreachable');
    else viewer.join({ code, socketUrl: url, displayName, ...(guest ? { guest } : {}) });
  };

  const share = () => {
    if (store.get().name === 'choosing-in-browser') return;
    repeat = share;
    lastSocketUrl = null;
    presenter.reset();
    if (bridge.picker.kind === 'gallery') enter({ name: 'choosing', isStarting: false });
    else void capture(null, enter({ name: 'choosing-in-browser' }));
  };

  const home = () => {
    presenter.reset();
    viewer.reset();
    enter({ name: 'home', problem: null });
  };

  return {
    getState: store.get,
    subscribe: store.subscribe,
    share,
    shareSource(sourceId, withSound) {
      const state = store.get();
      if (state.name !== 'choosing' || state.isStarting) return;
      void capture({ sourceId, withSound }, enter({ name: 'choosing', isStarting: true }));
    },
    cancelChoosing() {
      if (store.get().name === 'choosing') enter({ name: 'home', problem: null });
    },
    joinText(text, displayName) {
      const input = parseJoinInput(text);
      if (input.kind === 'invalid') return void enter({ name: 'home', problem: input.problem });
      const route = joinRouteOf(input, { kind: bridge.kind, origin: page.origin });
      if (route.kind === 'open-page') page.open(route.url);
      else void join(route.code, displayName, route.socketUrl);
    },
    comeBack() {
      const displayName = viewer.comeBack();
      if (displayName === undefined) return;
      repeat = home;
      enter({ name: 'watching', displayName });
    },
    joinCode(code, displayName) {
      const appLink = page.mayHaveApp ? appLinkOf(code, page.origin) : undefined;
      void join(code, displayName, null, { ...(appLink && { appLink }) });
    },
    handOver() {
      const state = store.get();
      if (state.name !== 'watching' || !state.appLink) return;
      viewer.leave();
      enter({ name: 'handed-over', appLink: state.appLink });
    },
    joinAllowed: ({ code, socketUrl, guest }, displayName) =>
      void join(code, displayName, socketUrl, { guest }),
    showProblem(problem) {
      const state = store.get();
      if (state.name === 'home' && state.problem !== problem) enter({ name: 'home', problem });
    },
    leave() {
      if (viewer.getState().name === 'idle') enter({ name: 'home', problem: null });
      else viewer.leave();
    },
    again: () => repeat(),
    check() {
      const ends = { presenter: presenter.getState(), viewer: viewer.getState() };
      const examination = examinationOf(store.get(), ends, lastSocketUrl);
      if (examination) enter({ name: 'checking', examination });
    },
    home,
  };
}

async function ownSocketUrl(bridge: Bridge): Promise<string | null> {
  try {
    const address = await bridge.signalingAddress();
    return address.status === 'listening' ? address.socketUrl : null;
  } catch {
    return null;
  }
}
