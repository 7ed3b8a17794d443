import type { OpenMdns } from './mdns.ts';
import {
  computerInHost,
  hostNameOf,
  instanceNameOf,
  NEARBY_VERSION,
  RECORD_TTL_S,
  SERVICE_TYPE,
} from './service-record.ts';

/** All that is told of a share on the local network: never the code, nor anything made from it. */
export type AdvertisedShare = {
  /** 32 hex digits, random for every share. */
  readonly id: string;
  readonly name: string;
  readonly computer: string;
  /** TCP port where others knock. */
  readonly port: number;
};

/**
 * Tells one network of a share, with the address this computer has there and no other. The returned
 * function says goodbye.
 * @param mark six random hex digits
 */
export async function advertise(
  share: AdvertisedShare,
  address: string,
  { openMdns, mark }: { readonly openMdns: OpenMdns; readonly mark: string },
): Promise<() => Promise<void>> {
  const mdns = await openMdns(address);
  const host = hostNameOf(share.computer);
  const service = mdns.bonjour.publish({
    name: instanceNameOf(share.name || computerInHost(host), mark),
    type: SERVICE_TYPE,
    port: share.port,
    host,
    txt: { v: String(NEARBY_VERSION), id: share.id },
    // Only a name that is looked for first is announced later, by the records set below.
    probe: true,
  });
  const allRecords = service.records.bind(service);
  service.records = () => [
    ...allRecords()
      .filter(({ type }) => type !== 'A' && type !== 'AAAA')
      .map((record) => ({ ...record, ttl: RECORD_TTL_S })),
    { name: host, type: 'A', ttl: RECORD_TTL_S, data: address },
  ];
  return mdns.close;
}
