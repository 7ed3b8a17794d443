import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IceServer } from '../../../signaling/protocol.ts';
import type { Doctor } from '../../doctor/doctor.ts';
import type { PathPolicy } from '../../peer/path-policy.ts';
import { type NamedServer, serversInUse } from './servers-in-use.ts';

type Props = { readonly doctor: Pick<Doctor, 'askIceServers'>; readonly policy: PathPolicy };

/** Names the servers that help to connect; asks the signaling service for them when it appears. */
export function ServerNames({ doctor, policy }: Props) {
  const { t } = useTranslation();
  const [answer, setAnswer] = useState<readonly IceServer[] | 'asking' | null>('asking');
  useEffect(() => {
    const leaving = new AbortController();
    doctor.askIceServers(leaving.signal).then(
      (iceServers) => leaving.signal.aborted || setAnswer(iceServers),
      () => leaving.signal.aborted || setAnswer(null),
    );
    return () => leaving.abort();
  }, [doctor]);

  return (
    <section className="server-names" aria-labelledby="server-names-heading" aria-live="polite">
      <h4 id="server-names-heading">{t('settings.servers')}</h4>
      {answer === 'asking' && <p>{t('settings.asking')}</p>}
      {answer === null && <p>{t('settings.notAnswered')}</p>}
      {answer !== null && answer !== 'asking' && <Names iceServers={answer} policy={policy} />}
    </section>
  );
}

function Names({ iceServers, policy }: { iceServers: readonly IceServer[]; policy: PathPolicy }) {
  const { t, i18n } = useTranslation();
  const { publicStun, ownStun, relays } = serversInUse(iceServers);
  const list = (servers: readonly NamedServer[]) =>
    new Intl.ListFormat(i18n.resolvedLanguage, { type: 'conjunction' }).format(
      servers.map(({ host, operator }) =>
        operator === null ? host : t('settings.operatedBy', { server: host, operator }),
      ),
    );
  if (publicStun.length + ownStun.length + relays.length === 0) return <p>{t('settings.none')}</p>;
  return (
    <>
      {publicStun.length > 0 && <p>{t('settings.publicStun', { servers: list(publicStun) })}</p>}
      {ownStun.length > 0 && <p>{t('settings.ownStun', { servers: list(ownStun) })}</p>}
      {relays.length > 0 && <p>{t('settings.relays', { servers: list(relays) })}</p>}
      {policy === 'lan-only' && <p>{t('settings.notUsed')}</p>}
      {policy === 'relay-only' && <p>{t('settings.onlyRelays')}</p>}
    </>
  );
}
