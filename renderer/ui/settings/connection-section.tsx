import { OwnServers } from './own-servers.tsx';
import { PathChoice } from './path-choice.tsx';
import { ServerField } from './server-field.tsx';
import { ServerNames } from './server-names.tsx';
import { useSettings, useSettingsSurroundings } from './settings-context.tsx';

export function ConnectionSection() {
  const { bridge, doctor } = useSettingsSurroundings();
  const { settings, change } = useSettings();
  const { path, serverUrl, iceServers } = settings;
  return (
    <>
      {bridge.checkServer && (
        <ServerField
          serverUrl={serverUrl}
          checkServer={bridge.checkServer}
          onChange={(chosen) => change({ serverUrl: chosen })}
        />
      )}
      <PathChoice policy={path} onChoose={(chosen) => change({ path: chosen })} />
      <OwnServers servers={iceServers} onChange={(servers) => change({ iceServers: servers })} />
      {/* Another server or another list, another answer. */}
      <ServerNames key={JSON.stringify([serverUrl, iceServers])} doctor={doctor} policy={path} />
    </>
  );
}
