/** What the connection check concludes: one cause and one thing to do. */
export const cause = {
  'all-good-direct': {
    title: 'Everything works',
    text: 'The server answers, and this network lets direct connections out.',
    fix: 'Nothing. If one particular person cannot be reached, let them run this check too.',
  },
  'all-good-relay-needed': {
    title: 'Everything works, by way of the relay',
    text: 'This network mostly lets no direct connection in, but the relay passes the encrypted picture on.',
    fix: 'Nothing. The picture may take a little longer than on a direct way.',
  },
  'all-good-relay-chosen': {
    title: 'Everything works, by way of the relay',
    text: 'Your settings say that pictures travel by relay only, and the relay works.',
    fix: 'Nothing.',
  },
  'udp-blocked-relay-works': {
    title: 'Everything works, but only by way of the relay',
    text: 'A firewall keeps UDP out, so the picture takes the relay, over TCP or TLS. It can lag when packets are lost.',
    fix: 'For a quicker picture, ask whoever runs your network to let UDP through to the relay.',
  },
  'lan-only-chosen': {
    title: 'Works inside your local network',
    text: 'Your settings keep pictures in the local network. People elsewhere cannot be reached.',
    fix: 'To reach people elsewhere, choose “Automatic” in the connection settings.',
  },
  'no-ice-server': {
    title: 'Works inside your local network',
    text: 'The server names no STUN or relay servers, so people in other networks can hardly be reached.',
    fix: 'Whoever runs the server can add a STUN server, and a relay for difficult networks.',
  },
  'stun-name-unknown': {
    title: 'Works inside your local network, perhaps not beyond',
    text: 'The names of the STUN servers cannot be looked up: there is no internet here, or its name service is blocked.',
    fix: 'To reach people elsewhere, check the internet connection, the DNS settings and the VPN.',
  },
  'capture-missing': {
    title: 'This browser can watch, but not share',
    text: 'It has no screen capture. Phones and some browsers do not offer it.',
    fix: 'To share your screen, use a current Chrome, Edge, Firefox or Safari on a computer, or the Sightline app.',
  },
  'no-network': {
    title: 'You are offline',
    text: 'This device is not connected to any network.',
    fix: 'Switch on Wi-Fi or plug in the network cable, then check again.',
  },
  'server-unreachable': {
    title: 'The server cannot be reached',
    text: 'It is not running, or a firewall, a missing VPN or a wrong address is in the way.',
    fix: 'Check that you are in the right network or VPN. If you are, tell whoever runs the server.',
  },
  'server-not-started': {
    title: 'The server inside this app did not start',
    text: 'Sightline brings its own server along, and the system did not let it listen for connections.',
    fix: 'Restart Sightline. If that does not help, allow it in the firewall or security program of this computer.',
  },
  'other-answer': {
    title: 'Something else answers instead of the server',
    text: 'It may be the sign-in page of a Wi-Fi, or a proxy that lets nothing through.',
    fix: 'Open any other page in the browser and sign in if asked, then check again.',
  },
  'websocket-blocked': {
    title: 'A proxy blocks the live connection to the server',
    text: 'The server answers over http, but WebSockets do not get through. Proxies and virus scanners often stop them.',
    fix: 'Open the server with https, which most proxies let through, or ask for WebSockets to be allowed for it.',
  },
  'wrong-server-version': {
    title: 'The versions do not match',
    text: 'Sightline here and on the server are of different versions.',
    fix: 'Reload the page in the browser, or update the app. If it stays, the server has to be updated.',
  },
  'server-refuses': {
    title: 'The server is reached, but will not go on',
    text: 'It is full, or has had too many tries from your network.',
    fix: 'Wait a few minutes and check again. If it stays, tell whoever runs the server.',
  },
  'webrtc-missing': {
    title: 'This browser cannot connect people',
    text: 'WebRTC, which carries the picture, is missing or switched off.',
    fix: 'Switch it on (privacy extensions often switch it off), or use another browser or the Sightline app.',
  },
  'udp-blocked-no-relay': {
    title: 'UDP is blocked, and there is no relay',
    text: 'No answer comes back over UDP: a firewall blocks it, or there is no internet here. Only people in the same network can be reached.',
    fix: 'Try another network or leave the VPN. For good, whoever runs the server can add a relay (TURN) over TLS.',
  },
  'symmetric-nat-no-relay': {
    title: 'Your router makes direct connections hard, and there is no relay',
    text: 'It gives every connection another port (a symmetric NAT), so the other side cannot find you.',
    fix: 'Try another network, such as a phone’s hotspot. For good, whoever runs the server can add a relay (TURN).',
  },
  'relay-only-no-relay': {
    title: 'By relay only, but there is no relay',
    text: 'Your settings say that pictures travel by relay only, and the server offers none.',
    fix: 'Choose “Automatic” in the connection settings, or ask whoever runs the server for a relay (TURN).',
  },
  'relay-refuses-credentials': {
    title: 'The relay does not accept our credentials',
    text: 'Server and relay do not share the same secret. Whoever needs the relay cannot connect.',
    fix: 'Tell whoever runs the server: the TURN secret of the server and of the relay have to be the same.',
  },
  'clock-off': {
    title: 'A clock is wrong',
    text: 'The relay refuses our credentials, and they were out of date the moment they arrived.',
    fix: 'Set this device’s clock to automatic. If it is right, tell whoever runs the server to check the clocks of server and relay.',
  },
  'relay-name-unknown': {
    title: 'The relay’s name cannot be looked up',
    text: 'Its address is misspelt, or the name service of this network does not know it.',
    fix: 'Check the DNS settings and the VPN. If others have the same trouble, tell whoever runs the server.',
  },
  'relay-unreachable': {
    title: 'The relay does not answer',
    text: 'It is not running, or a firewall is in the way. Whoever needs the relay cannot connect.',
    fix: 'Tell whoever runs the server: the relay has to be reachable from your network, best over TLS on port 443.',
  },
  'relay-full': {
    title: 'The relay is full',
    text: 'It takes no more connections at the moment, from you or from anybody.',
    fix: 'Wait a few minutes and check again. If it stays, tell whoever runs the relay.',
  },
  'relay-error': {
    title: 'The relay answers with an error',
    text: 'It can be reached, but does not do its work. Whoever needs it cannot connect.',
    fix: 'Tell whoever runs the relay; its log says more.',
  },
  'page-not-secure': {
    title: 'This page cannot share a screen',
    text: 'Browsers allow that only on a page opened with https or on localhost. Watching works.',
    fix: 'Open the server’s address with https, or share from the Sightline app.',
  },
  'capture-refused': {
    title: 'The screen was not released',
    text: 'The choice was cancelled, or the browser or the system does not allow the screen to be recorded.',
    fix: 'Share again and choose a screen. If that is not possible, allow screen recording in the system settings, then restart the browser or app.',
  },
} as const;
