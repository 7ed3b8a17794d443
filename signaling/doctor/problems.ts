/** What is wrong, and about what: a name, an address or a figure. */
export type Problem = { readonly cause: Cause; readonly subject: string };
export type Cause = keyof typeof problems;

/** One sentence of cause and one of remedy for everything the doctor can find. */
const problems = {
  'name-unknown': [
    '$ has no address: DNS does not know the name.',
    'Add a DNS record for it that points to the server.',
  ],
  'server-down': [
    'Nothing listens at $.',
    'Start the service and what stands before it: docker compose up -d.',
  ],
  'port-blocked': [
    'Nothing that is sent to $ is answered, as when a firewall drops it.',
    'Open that TCP port in the firewall of the server and of its provider.',
  ],
  'address-dead': [
    'DNS also gives the address $, where nothing answers, so some people wait or never get there.',
    'Let the server listen there too, or take that record out of DNS.',
  ],
  'no-tls': [
    '$ does not speak TLS.',
    'Put what ends TLS there, such as the front of build/deploy, or give this command an http address.',
  ],
  'certificate-expired': [
    'The certificate of $ has expired.',
    'See in the log of whatever renews it why it could not, and let it renew.',
  ],
  'certificate-name': [
    'The certificate shown for $ is for another name.',
    'Get a certificate for that name.',
  ],
  'certificate-untrusted': [
    'The certificate of $ was issued by nobody a browser trusts.',
    'Get one from a public authority; Caddy does it by itself when port 80 is open.',
  ],
  'certificate-incomplete': [
    'The certificate of $ comes without the ones between it and a trusted authority.',
    'Serve the full chain (fullchain.pem).',
  ],
  'certificate-ending': [
    'The certificate of $ is about to expire.',
    'See in the log of whatever renews it why it does not.',
  ],
  'insecure-page': [
    '$ is plain http, so browsers there can watch but not share.',
    'Put TLS in front of the service; docs/self-hosting.md has it ready.',
  ],
  'not-sightline': [
    'What answers at $ is not the Sightline service.',
    'Check the address, and to which port the proxy passes it on.',
  ],
  'name-refused': [
    'The service does not answer to the name $.',
    'Name it with --public-url, or as a further one with --allowed-host.',
  ],
  'socket-blocked': [
    'What stands before the service does not pass the WebSocket $ on.',
    'Let the proxy forward the headers Upgrade and Connection.',
  ],
  'room-refused': [
    'The service opens no room now: $.',
    'Wait a minute and run this again; if it stays, raise the limit named in docs/protocol.md.',
  ],
  'clock-off': [
    "The server's clock is $ off, and credentials for the relay go by the time of day.",
    'Let the server set its clock: timedatectl set-ntp true.',
  ],
  'no-turn': [
    'The service names no TURN server, so some pairs of networks will not find a way.',
    'Run one and name it with --turn; docs/self-hosting.md has it ready.',
  ],
  'no-turn-tls': [
    'No TURN server is named for TLS on port 443, all that some networks let out.',
    'Add --turn turns:NAME:443?transport=tcp.',
  ],
  'turn-password': [
    'All members are told the same TURN password, which never expires.',
    'Use --turn-secret-file with the static-auth-secret of the TURN server.',
  ],
  'turn-name-unknown': [
    'The relay $ has no address: DNS does not know the name.',
    'Add a DNS record for it that points to the TURN server.',
  ],
  'turn-secret': [
    'The relay at $ does not accept credentials of the service: their secrets differ.',
    'Give both the same: static-auth-secret there, --turn-secret-file here; then restart both.',
  ],
  'turn-login': [
    'The relay at $ does not accept the user name and password the service tells.',
    'Set --turn-username and --turn-password-file to those of the TURN server.',
  ],
  'turn-port-closed': [
    'The relay cannot be reached at $.',
    'Start it, and open that port in the firewall of the server and of its provider.',
  ],
  'udp-blocked': [
    'UDP does not get through to $, though TCP does, so pictures are relayed with more delay.',
    'Open that UDP port in the firewall of the server and of its provider.',
  ],
  'turn-certificate': [
    'The certificate of the relay $ is not accepted.',
    'Get one for that name from a public authority, and let the relay show its full chain.',
  ],
  'turn-full': [
    'The relay at $ has no allocation to give.',
    'Raise total-quota, user-quota or the range of ports in turnserver.conf.',
  ],
  'turn-refused': [
    'The relay refused an allocation at $.',
    'Look the code up in RFC 8656 section 18, and in the log of the TURN server.',
  ],
  'turn-nonsense': ['What answers at $ is no TURN server.', 'Check the address given with --turn.'],
  'stun-silent': [
    'The STUN server $ does not answer.',
    'Open its UDP port, or name another one with --stun.',
  ],
  'not-checked': [
    '$ is TURN over DTLS, which browsers do not use.',
    'Name it with turns: and ?transport=tcp.',
  ],
  'open-relay': [
    'The relay reaches addresses behind it ($), so members could attack your network through it.',
    'Deny private addresses with denied-peer-ip, as build/deploy/turnserver.conf does.',
  ],
} as const satisfies Record<string, readonly [string, string]>;

/** What is wrong and what to do about it, in two sentences. */
export function explainProblem({ cause, subject }: Problem): string {
  const [what, remedy] = problems[cause];
  return `${what.replace('$', () => subject)} ${remedy}`;
}
