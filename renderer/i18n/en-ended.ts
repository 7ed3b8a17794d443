/** How a connection or a share ended, by close reason. */
export const ended = {
  left: {
    title: 'You have left',
    text: 'You no longer see your colleague’s screen.',
  },
  stopped: {
    title: 'You have stopped sharing',
    text: 'Nobody sees your screen any more. The code and the link no longer work.',
  },
  'no-such-room': {
    title: 'Nobody is sharing with this code',
    text: 'The share may be over, or the code may have a typing error. Ask your colleague for the code.',
  },
  denied: {
    title: 'You were not let in',
    text: 'Your request was declined. Talk to your colleague before you ask again.',
  },
  removed: {
    title: 'You were removed',
    text: 'Your colleague ended your view of their screen. Talk to them before you ask again.',
  },
  'presenter-left': {
    title: 'The share is over',
    text: 'Your colleague has stopped sharing. For a new share you need a new code.',
  },
  'room-idle': {
    title: 'The share was closed',
    text: 'Nothing had happened for a long time, so the server closed it.',
  },
  replaced: {
    title: 'Continued somewhere else',
    text: 'Another window has taken over, so this one was disconnected.',
  },
  'too-slow': {
    title: 'The network was too slow',
    text: 'This device could not keep up with the server. Try again with a better connection.',
  },
  'server-unreachable': {
    title: 'The server cannot be reached',
    text: 'Check that you are online and in the right network or VPN, then try again.',
  },
  'server-full': {
    title: 'There is no room left on the server',
    text: 'It carries as many shares as it can. Try again in a few minutes.',
  },
  'server-refused': {
    title: 'The server refused',
    text: 'It would not go on with this connection. Try again; if it happens again, tell whoever runs the server.',
  },
  'version-mismatch': {
    title: 'The versions do not match',
    text: 'Sightline here and on the server are of different versions. Update the app, or reload the page in the browser.',
  },
  'too-many-attempts': {
    title: 'Too many wrong codes',
    text: 'From this network, too many codes were tried that do not exist. Check the code, wait a little, then try again.',
  },
  'proof-failed': {
    title: 'The connection could not be verified',
    text: 'Somebody may stand between you and your colleague, so nothing was shown over it. Ask for a new code, and get it another way, for example by phone.',
  },
  tampered: {
    title: 'Messages were changed on the way',
    text: 'What reached you was not what your colleague had sent, so the connection was ended. Try again; if it happens again, change the network or ask for a new code another way.',
  },
  'peer-failed': {
    title: 'No connection to your colleague',
    text: 'The two devices could not reach each other. A firewall or VPN is the usual cause; another network often helps.',
  },
  'no-path': {
    title: 'No way to your colleague was found',
    text: 'The two networks let no connection through, and no relay helped. Check the connection to see what is in the way, or try another network.',
  },
  'relay-missing': {
    title: 'There is no relay to use',
    text: 'Your settings say that pictures travel by relay only, but this server offers no relay. Choose “Automatic” in the connection settings, or ask whoever runs the server.',
  },
  'webrtc-unavailable': {
    title: 'This browser cannot show the picture',
    text: 'WebRTC is missing or switched off. Use a current Chrome, Edge, Firefox or Safari, or the Sightline app.',
  },
  'capture-unavailable': {
    title: 'This page cannot share a screen',
    text: 'Browsers allow it only on a page opened with https or on localhost, and not on phones. Open the page that way, or use the Sightline app.',
  },
  'capture-refused': {
    title: 'Nothing is being shared',
    text: 'The choice was cancelled, or the system did not allow it. Choose again when you are ready.',
  },
  'capture-failed': {
    title: 'The screen could not be captured',
    text: 'The system gave no picture. Choose again, or try another screen or window.',
  },
  'capture-ended': {
    title: 'What you shared is gone',
    text: 'The window was closed, or the system ended the capture. Nobody sees your screen any more.',
  },
} as const;
