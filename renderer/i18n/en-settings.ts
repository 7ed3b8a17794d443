/** How pictures travel: the setting, the servers that help, and what is in use. */
export const settings = {
  open: 'Settings',
  path: 'How pictures travel',
  pathScope: 'Counts for every connection you make from now on.',
  policy: {
    any: 'Automatic',
    'lan-only': 'Local network only',
    'relay-only': 'By relay only',
  },
  policyHint: {
    any: 'Directly where that is possible, by a relay where it is not.',
    'lan-only':
      'The picture never leaves your network. People elsewhere cannot be reached. A VPN that joins both networks counts as local.',
    'relay-only':
      'The other person does not learn your network address. Needs a relay on the server, and can be slower.',
  },
  servers: 'Servers that help to connect',
  asking: 'Asking the server…',
  notAnswered: 'The server did not answer, so they cannot be named now.',
  none: 'None: your server offers no STUN servers and no relays.',
  publicStun:
    'Public STUN servers: {{servers}}. They see your network address, never your picture.',
  ownStun: 'STUN servers: {{servers}}. They see your network address, never your picture.',
  relays:
    'Relays: {{servers}}. They see your network address and pass the encrypted picture on; they cannot look in.',
  operatedBy: '{{server}} by {{operator}}',
  notUsed: 'With “Local network only”, none of them is asked.',
  onlyRelays: 'With “By relay only”, just the relays are asked.',
  close: 'Done',
} as const;

export const path = {
  route: {
    direct: 'Direct',
    'through-nat': 'Through your routers',
  },
  relayedOver: { udp: 'Relayed over UDP', tcp: 'Relayed over TCP', tls: 'Relayed over TLS' },
  title: 'How the picture travels',
  about: 'How the picture travels: {{route}}',
  aboutTo: 'How the picture travels to {{name}}: {{route}}',
  explanation: {
    direct: 'The picture goes straight from device to device, inside the same network.',
    'through-nat':
      'The picture goes straight from device to device, through the routers of both networks. No server is in between.',
    relayed:
      'No direct way was found or wanted, so a relay passes the encrypted picture on. It cannot look in.',
  },
  slower: 'Over TCP and TLS the picture can lag when packets are lost.',
  roundTrip: '{{ms}} ms',
  roundTripLong: 'There and back in {{ms}} ms.',
  loss: '{{percent}} lost',
  lossLong: 'Of 100 packets, {{lost}} got lost lately.',
  noLoss: 'No packets got lost lately.',
} as const;
