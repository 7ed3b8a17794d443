import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { DESKTOP_API_KEY, type DesktopApi, type Events, type Requests } from './contract.ts';

function request<Channel extends keyof Requests>(channel: Channel): Requests[Channel] {
  const invoke = (...args: unknown[]) => ipcRenderer.invoke(channel, ...args);
  return invoke as Requests[Channel];
}

function subscribe<Channel extends keyof Events>(channel: Channel) {
  return (listener: Events[Channel]) => {
    // The event object would give the page a way to the whole ipcRenderer.
    const withoutEvent = (_event: IpcRendererEvent, ...args: unknown[]) =>
      (listener as (...args: unknown[]) => void)(...args);
    ipcRenderer.on(channel, withoutEvent);
    return () => {
      ipcRenderer.removeListener(channel, withoutEvent);
    };
  };
}

const api: DesktopApi = {
  describeApp: request('app:describe'),
  signalingAddress: request('signaling:address'),
  watchSources: request('sources:watch'),
  unwatchSources: request('sources:unwatch'),
  chooseSource: request('sources:choose'),
  askScreenAccess: request('sources:ask-access'),
  takeStill: request('source:still'),
  openCaptureSettings: request('capture-settings:open'),
  readSettings: request('settings:read'),
  changeSettings: request('settings:change'),
  dismissSettingsTroubles: request('settings:dismiss-troubles'),
  checkServer: request('server:check'),
  onSettingsChanged: subscribe('settings:changed'),
  currentUpdate: request('update:current'),
  restartForUpdate: request('update:restart'),
  putOffUpdate: request('update:later'),
  openDownloads: request('update:open-downloads'),
  onUpdateChanged: subscribe('update:changed'),
  takeLink: request('link:take'),
  onLinkOpened: subscribe('link:opened'),
  onSourcesChanged: subscribe('sources:changed'),
  onSourceLost: subscribe('source:lost'),
  watchNearby: request('nearby:watch'),
  unwatchNearby: request('nearby:unwatch'),
  knockNearby: request('nearby:knock'),
  cancelNearby: request('nearby:cancel'),
  openNearby: request('nearby:open'),
  closeNearby: request('nearby:close'),
  answerNearby: request('nearby:answer'),
  onNearbyChanged: subscribe('nearby:changed'),
  onNearbyStanding: subscribe('nearby:standing'),
  onNearbyKnocked: subscribe('nearby:knocked'),
  onNearbyWithdrawn: subscribe('nearby:withdrawn'),
  reportShare: request('share:report'),
  showBar: request('share:show-bar'),
  onShareCommand: subscribe('share:command'),
  onShortcutsChanged: subscribe('shortcuts:changed'),
};

contextBridge.exposeInMainWorld(DESKTOP_API_KEY, api);
