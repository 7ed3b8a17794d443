import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bridge } from '../bridge/bridge.ts';
import type { Presenter } from '../connection/presenter-state.ts';
import type { Viewer } from '../connection/viewer-state.ts';
import type { Doctor } from '../doctor/doctor.ts';
import type { PageNearby } from '../nearby/page-nearby.ts';
import { AnnouncerProvider, LiveRegion } from './announcements.tsx';
import type { Announcer } from './announcer.ts';
import { DoctorScreen } from './doctor/doctor-screen.tsx';
import { EndedScreen } from './ended/ended-screen.tsx';
import { HomeScreen } from './home/home-screen.tsx';
import { HandedOverScreen } from './invited/handed-over-screen.tsx';
import { InviteBanner } from './invited/invite-banner.tsx';
import type { Invited } from './invited/invited.ts';
import { InvitedScreen } from './invited/invited-screen.tsx';
import type { Journey } from './journey.ts';
import { PickerScreen } from './picker/picker-screen.tsx';
import { PresenterScreen } from './presenter/presenter-screen.tsx';
import { type Screen, screenOf, withInvited } from './screen.ts';
import { SettingsProvider } from './settings/settings-context.tsx';
import type { Switching } from './switching.ts';
import { titleOf } from './title.ts';
import { UpdateNotice } from './update-notice.tsx';
import { useStore } from './use-store.ts';
import { WaitingScreen } from './viewer/waiting-screen.tsx';
import { WatchingScreen } from './viewer/watching-screen.tsx';

export type AppProps = {
  readonly bridge: Bridge;
  readonly presenter: Presenter;
  readonly viewer: Viewer;
  readonly journey: Journey;
  readonly switching: Switching;
  readonly invited: Invited;
  readonly doctor: Doctor;
  readonly announcer: Announcer;
  readonly isMac: boolean;
  /** The local network, where it can be asked. */
  readonly nearby: PageNearby | undefined;
};

export function App(props: AppProps) {
  const link = useStore(props.invited);
  const screen = withInvited(
    screenOf(useStore(props.journey), useStore(props.presenter), useStore(props.viewer)),
    link,
  );
  const { t, i18n } = useTranslation();
  const title = t(titleOf(screen));
  const language = i18n.resolvedLanguage ?? 'en';
  useEffect(() => {
    document.title = title;
    document.documentElement.lang = language;
  }, [title, language]);

  return (
    <AnnouncerProvider value={props.announcer}>
      {link.name !== 'none' && screen.name !== 'invited' && (
        <InviteBanner link={link} invited={props.invited} />
      )}
      <SettingsProvider value={props}>
        <CurrentScreen {...props} screen={screen} />
      </SettingsProvider>
      {props.bridge.updates && (screen.name === 'home' || screen.name === 'ended') && (
        <UpdateNotice updates={props.bridge.updates} />
      )}
      <LiveRegion />
    </AnnouncerProvider>
  );
}

function CurrentScreen({ screen, ...app }: AppProps & { readonly screen: Screen }) {
  const { bridge, presenter, journey, doctor, nearby } = app;
  switch (screen.name) {
    case 'home':
      return <HomeScreen {...screen} journey={journey} nearby={nearby} />;
    case 'picker':
      // Browsers show their own picker and never come here.
      return bridge.picker.kind === 'gallery' ? (
        <PickerScreen {...screen} gallery={bridge.picker} journey={journey} />
      ) : null;
    case 'presenter':
      return (
        <PresenterScreen
          state={screen.state}
          bridge={bridge}
          presenter={presenter}
          switching={app.switching}
          nearby={nearby}
        />
      );
    case 'waiting':
      return <WaitingScreen {...screen} journey={journey} />;
    case 'invited':
      return <InvitedScreen {...screen} invited={app.invited} journey={journey} />;
    case 'handed-over':
      return <HandedOverScreen {...screen} journey={journey} />;
    case 'watching':
      return <WatchingScreen state={screen.state} onLeave={journey.leave} />;
    case 'ended':
      return <EndedScreen {...screen} journey={journey} />;
    case 'checking':
      return <DoctorScreen {...screen} picker={bridge.picker} journey={journey} doctor={doctor} />;
    default:
      return screen satisfies never;
  }
}
