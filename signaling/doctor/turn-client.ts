import { createHash } from 'node:crypto';
import { decodeXorAddress, encodeXorAddress } from './stun-address.ts';
import type { StunChannel } from './stun-channel.ts';
import {
  attributes,
  createTransactionId,
  encodeRequest,
  methods,
  parseResponse,
  type StunAttribute,
  type StunResponse,
} from './stun-message.ts';

const UDP = 17;
const STALE_NONCE = 438;
const ALLOCATION_S = 60;
/** The discard port: nothing is sent there, permissions ignore it. */
const ANY_PORT = 9;

export type TurnLogin = { readonly username: string; readonly credential: string };

/** What a TURN server said to a request for an allocation. */
export type AllocateAnswer =
  | { readonly isAllocated: true; readonly allocation: Allocation }
  /** With the code of RFC 8656, or 0 where the answer made no sense. */
  | { readonly isAllocated: false; readonly errorCode: number };

/** An address of the server that would pass on what comes to it. */
export type Allocation = {
  readonly relayedAddress: string;
  /** Asks to be allowed to reach a peer. 0 when allowed, else the code of the refusal. */
  permit(address: string): Promise<number>;
  /** Gives the allocation back. */
  release(): Promise<void>;
};

/** Asks for the address this end is seen under. Undefined when the answer makes no sense. */
export async function bind(channel: StunChannel): Promise<string | undefined> {
  const response = await ask(channel, methods.binding, () => []);
  const value = response?.find(attributes.xorMappedAddress);
  if (response?.isSuccess !== true || value === undefined) return undefined;
  return decodeXorAddress(value, response.transactionId)?.address;
}

/**
 * Asks for an allocation with long-term credentials (RFC 8489 section 9.2, RFC 8656 section 7).
 * @param family of the relayed address
 */
export async function allocate(
  channel: StunChannel,
  login: TurnLogin,
  family: 'ipv4' | 'ipv6' = 'ipv4',
): Promise<AllocateAnswer> {
  const wanted = [
    { type: attributes.requestedTransport, value: Buffer.from([UDP, 0, 0, 0]) },
    // IPv4 is what a server gives that is asked for nothing.
    ...(family === 'ipv6'
      ? [{ type: attributes.requestedAddressFamily, value: Buffer.from([2, 0, 0, 0]) }]
      : []),
  ];
  const challenge = await ask(channel, methods.allocate, () => wanted);
  const realm = challenge?.find(attributes.realm);
  let nonce = challenge?.find(attributes.nonce);
  if (realm === undefined || nonce === undefined) {
    return { isAllocated: false, errorCode: challenge?.errorCode ?? 0 };
  }
  const key = createHash('md5')
    .update(`${login.username}:${realm.toString()}:${login.credential}`)
    .digest();

  const askSigned = async (method: number, given: (transactionId: Buffer) => StunAttribute[]) => {
    const signed = (transactionId: Buffer) => [
      ...given(transactionId),
      { type: attributes.username, value: Buffer.from(login.username) },
      { type: attributes.realm, value: realm },
      { type: attributes.nonce, value: nonce ?? Buffer.alloc(0) },
    ];
    const answer = await ask(channel, method, signed, key);
    if (answer?.errorCode !== STALE_NONCE) return answer;
    nonce = answer.find(attributes.nonce);
    return ask(channel, method, signed, key);
  };

  const answer = await askSigned(methods.allocate, () => [...wanted, lifetime(ALLOCATION_S)]);
  const relayed = answer?.find(attributes.xorRelayedAddress);
  if (answer?.isSuccess !== true || relayed === undefined) {
    return { isAllocated: false, errorCode: answer?.errorCode ?? 0 };
  }
  const allocation: Allocation = {
    relayedAddress: decodeXorAddress(relayed, answer.transactionId)?.address ?? '',
    permit: async (address) => {
      const permission = await askSigned(methods.createPermission, (transactionId) => [
        {
          type: attributes.xorPeerAddress,
          value: encodeXorAddress(address, ANY_PORT, transactionId),
        },
      ]);
      if (permission === undefined) throw new Error('an answer that makes no sense');
      return permission.isSuccess ? 0 : permission.errorCode;
    },
    release: async () => void (await askSigned(methods.refresh, () => [lifetime(0)])),
  };
  return { isAllocated: true, allocation };
}

function lifetime(seconds: number): StunAttribute {
  const value = Buffer.alloc(4);
  value.writeUInt32BE(seconds);
  return { type: attributes.lifetime, value };
}

async function ask(
  channel: StunChannel,
  method: number,
  given: (transactionId: Buffer) => StunAttribute[],
  key?: Buffer,
): Promise<StunResponse | undefined> {
  const transactionId = createTransactionId();
  const message = encodeRequest(method, transactionId, given(transactionId), key);
  return parseResponse(await channel.request(message), method);
}
