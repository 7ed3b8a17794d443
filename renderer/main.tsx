import 'webrtc-adapter';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { version } from '../package.json';
import { createBridge } from './bridge/create-bridge.ts';
import { openCapture } from './capture/open-capture.ts';
import { createPageConnectionDeps } from './connection/connection-deps.ts';
import { createPresenter } from './connection/create-presenter.ts';
import { createViewer } from './connection/create-viewer.ts';
import { describeDevice } from './connection/device.ts';
import { ownIceServersOf } from './connection/own-ice-servers.ts';
import { runShareControls } from './connection/run-share-controls.ts';
import { createDoctor } from './doctor/doctor.ts';
import { createPageDoctorDeps } from './doctor/page-doctor-deps.ts';
import { chooseLanguage } from './i18n/language.ts';
import { startI18n } from './i18n/start-i18n.ts';
import { createPageNearby } from './nearby/page-nearby.ts';
import { createAnnouncer } from './ui/announcer.ts';
import { App } from './ui/app.tsx';
import { hasDesktopApp } from './ui/app-link.ts';
import { applyLook } from './ui/apply-look.ts';
import { entryOf } from './ui/entry.ts';
import { createInvited } from './ui/invited/invited.ts';
import { createJourney } from './ui/journey.ts';
import { focusRequests } from './ui/presenter/focus-requests.ts';
import { createSwitching } from './ui/switching.ts';
import './ui/styles.css';

const bridge = await createBridge(window);
const settings = () => bridge.settings.getState().settings;
const i18n = startI18n(chooseLanguage(settings().language, navigator.languages));
applyLook(bridge.settings, {
  root: document.documentElement,
  changeLanguage: (language) => i18n.changeLanguage(language),
  preferredLanguages: () => navigator.languages,
});

const device = describeDevice(navigator.userAgent, bridge.kind === 'desktop');
const connectionDeps = createPageConnectionDeps(
  device,
  { pathPolicy: () => settings().path, ownIceServers: () => ownIceServersOf(settings()) },
  bridge.takeStill,
);
const presenter = createPresenter({
  ...connectionDeps,
  bridge,
  qualityChoice: () => settings().quality,
});
const viewer = createViewer(connectionDeps);
const journey = createJourney({
  bridge,
  presenter,
  viewer,
  openCapture,
  page: {
    origin: window.location.origin,
    open: (url) => window.location.assign(url),
    mayHaveApp: bridge.kind === 'browser' && hasDesktopApp(device?.system),
  },
});

const switching = createSwitching({ picker: bridge.picker, presenter, openCapture });
bridge.onSourceLost(presenter.loseSource);
const nearby = createPageNearby(bridge.nearby, {
  presenter,
  ownName: () => settings().name,
  fillRandom: connectionDeps.fillRandom,
  onAllowed: journey.joinAllowed,
});

const doctor = createDoctor(createPageDoctorDeps(bridge, connectionDeps), {
  version,
  kind: bridge.kind,
  device: device && `${device.app} on ${device.system}`,
});

if (bridge.shareControls) {
  runShareControls(bridge.shareControls, presenter, {
    language: () => (i18n.resolvedLanguage === 'ko' ? 'ko' : 'en'),
    onLanguage: (listener) => i18n.on('languageChanged', listener),
    switchSource: switching.begin,
    showRequests: focusRequests,
    now: () => Date.now(),
  });
}

// A page that goes away says so itself; else the other side would wait for its return.
window.addEventListener('pagehide', () => {
  presenter.stop();
  viewer.goAway();
});

const entry = entryOf(window.location);
if (entry.kind !== 'start') {
  // The code is a secret: it must not stay in the address bar or the history.
  window.history.replaceState(null, '', '/');
}
if (entry.kind === 'invite') {
  journey.joinCode(entry.code, settings().name || i18n.t('app.defaultName'));
}
if (entry.kind === 'start') journey.comeBack();
if (entry.kind === 'broken-invite') journey.showProblem('not-our-link');

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={i18n}>
      <App
        bridge={bridge}
        presenter={presenter}
        viewer={viewer}
        journey={journey}
        switching={switching}
        invited={createInvited(bridge)}
        doctor={doctor}
        isMac={device?.system === 'macOS'}
        announcer={createAnnouncer()}
        nearby={nearby}
      />
    </I18nextProvider>
  </StrictMode>,
);
