import { Radar } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { HostState, NearbyHost } from '../../nearby/nearby-host.ts';
import { useStore } from '../use-store.ts';

type Standing = NonNullable<HostState['standing']>;

/** Port of mDNS (RFC 6762). */
const DISCOVERY_PORT = 5353;

type Props = {
  readonly host: NearbyHost;
  /** The invite's. */
  readonly link: string;
};

/** How colleagues on the network come to this share, by which network, and what may be in the way. */
export function NearbyOffer({ host, link }: Props) {
  const { t } = useTranslation();
  const { standing, interfaceName } = useStore(host);
  if (!standing) return null;
  return (
    <div className="nearby-offer">
      <p className="nearby-standing">
        <Radar aria-hidden="true" />
        {t(`nearby.offer.${standing.visibility}`, { name: standing.name })}
      </p>
      {standing.networks.length > 1 && (
        <NetworkChoice
          standing={standing}
          link={link}
          chosen={interfaceName}
          onChoose={host.chooseNetwork}
        />
      )}
      {standing.networks.length > 0 && <FirewallHint standing={standing} />}
    </div>
  );
}

type ChoiceProps = {
  readonly standing: Standing;
  readonly link: string;
  readonly chosen: string | null;
  readonly onChoose: NearbyHost['chooseNetwork'];
};

function NetworkChoice({ standing: { networks }, link, chosen, onChoose }: ChoiceProps) {
  const { t } = useTranslation();
  const id = useId();
  const { hostname } = new URL(link);
  const ofLink = networks.find(({ address }) => address === hostname)?.interfaceName ?? hostname;
  const isThere = networks.some(({ interfaceName }) => interfaceName === chosen);
  return (
    <div className="field">
      <label htmlFor={id}>{t('nearby.offer.network')}</label>
      <select
        id={id}
        className="input"
        value={isThere && chosen !== null ? chosen : ''}
        aria-describedby={`${id}-note`}
        onChange={({ currentTarget }) => onChoose(currentTarget.value || null)}
      >
        <option value="">{t('nearby.offer.all', { name: ofLink })}</option>
        {networks.map(({ interfaceName, address }) => (
          <option key={interfaceName} value={interfaceName}>
            {t('nearby.offer.one', { name: interfaceName, address })}
          </option>
        ))}
      </select>
      <p id={`${id}-note`} className="field-hint">
        {t('nearby.offer.networkHint')}
      </p>
    </div>
  );
}

function FirewallHint({ standing: { program, port } }: { readonly standing: Standing }) {
  const { t } = useTranslation();
  return (
    <details className="nearby-trouble">
      <summary>{t('nearby.offer.trouble')}</summary>
      <p>{t('nearby.offer.firewall')}</p>
      <dl>
        <dt>{t('nearby.offer.program')}</dt>
        <dd>
          <code>{program}</code>
        </dd>
        <dt>{t('nearby.offer.port')}</dt>
        <dd>
          <code>{port}</code>
        </dd>
        <dt>{t('nearby.offer.discovery')}</dt>
        <dd>
          <code>{DISCOVERY_PORT}</code>
        </dd>
      </dl>
      <p>{t('nearby.offer.isolated')}</p>
    </details>
  );
}
