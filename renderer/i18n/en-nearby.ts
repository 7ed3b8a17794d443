/** Others on the local network: finding them, asking them, and being found. */
export const nearby = {
  heading: 'Nearby',
  hint: 'Colleagues on your network who are sharing right now. They decide who may watch.',
  looking: 'Looking around your network…',
  none: 'Nobody on your network is sharing right now. As soon as somebody is, they appear here.',
  where: '{{computer}}, on {{networks}}',
  appeared: 'Sharing nearby: {{names}}',
  ask: 'Ask to watch',
  askAgain: 'Ask again',
  waiting: 'Waiting for {{name}} to let you in…',
  cancel: 'Cancel',
  unavailable: {
    'no-network':
      'This computer is in no local network. Connect it by Wi-Fi or cable to find colleagues nearby.',
    blocked:
      'The system does not let Sightline look around the network. Allow Sightline to use the local network in the system’s settings, then come back here. Codes and links work all the same.',
  },
  problem: {
    denied: '{{name}} did not let you in. Talk to them before you ask again.',
    full: 'All places of this share are taken. Ask again when somebody has left.',
    gone: '{{name}} is no longer sharing, or has left the network. When they share again, they appear here by themselves.',
    'timed-out': '{{name}} has not answered. Give them a call, then ask again.',
    unreachable:
      'The computer of {{name}} was found, but it lets nobody in. Most often its firewall is the cause: what to open stands under “Can nobody reach you?” on their screen, below the invite.',
    busy: 'There are too many requests right now. Wait a minute, then ask again.',
    version: '{{name}} uses another version of Sightline. Update both apps, then ask again.',
    failed: 'Asking {{name}} did not work. Ask again; if it keeps failing, ask them for the link.',
  },
  request: 'On this network ({{address}}), without your code',
  asks: '{{name}}, on this network, wants to watch',
  offer: {
    visible: 'Colleagues on this network find you on their start screen as “{{name}}”.',
    hidden:
      'This share is not shown to others on the network right now. They need the link or the code.',
    blocked:
      'The system does not let Sightline announce this share on the network. Colleagues need the link or the code.',
    'no-network':
      'This computer is in no local network, so nobody nearby can find this share by themselves.',
    network: 'Network to share in',
    networkHint: 'The link leads to this computer by the chosen network.',
    all: 'All of them (link: {{name}})',
    one: '{{name}} – {{address}}',
    trouble: 'Can nobody reach you?',
    firewall:
      'A firewall on this computer may be in the way. Let the program below accept incoming connections; in many systems, the settings for that are under “Firewall”.',
    program: 'Program',
    port: 'To join: TCP port',
    discovery: 'To be found nearby: UDP port',
    isolated:
      'Guest Wi-Fi often keeps computers apart, whatever they allow. Another network helps then.',
  },
} as const;
