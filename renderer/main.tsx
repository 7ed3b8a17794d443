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
import { runShareControls } from './connection/run-share-controls.ts';
import { createDoctor } from './doctor/doctor.ts';
import { createPageDoctorDeps } from './doctor/page-doctor-deps.ts';
import { chooseLanguage } from './i18n/language.ts';
import { startI18n } from './i18n/start-i18n.ts';
import { createAnnouncer } from './ui/announcer.ts';
import { App } from './ui/app.tsx';
import { entryOf } from './ui/entry.ts';
import { createJourney } from './ui/journey.ts';
import { createMemory } from './ui/memory.ts';
import { focusRequests } from './ui/presenter/focus-requests.ts';
import { readPathSetting } from './ui/settings/path-setting.ts';
import { readQualitySetting } from './ui/settings/quality-setting.ts';
import './ui/styles.css';

const memory = createMemory(() => window.localStorage);
const i18n = startI18n(chooseLanguage(memory.read('sightline.language'), navigator.languages));

const bridge = createBridge(window);
const device = describeDevice(navigator.userAgent, bridge.kind === 'desktop');
const connectionDeps = createPageConnectionDeps(
  device,
  () => readPathSetting(memory),
  bridge.takeStill,
);
const presenter = createPresenter({
  ...connectionDeps,
  bridge,
  qualityChoice: () => readQualitySetting(memory),
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
  },
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
    switchSource: null,
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
  journey.joinCode(entry.code, memory.read('sightline.name') || i18n.t('app.defaultName'));
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
        doctor={doctor}
        memory={memory}
        announcer={createAnnouncer()}
      />
    </I18nextProvider>
  </StrictMode>,
);
