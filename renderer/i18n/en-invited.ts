/** Links that open the app. */
export const invited = {
  heading: 'Join this share?',
  text: 'A link has opened Sightline. Join only if you expected this invite: your colleague then sees your name, and the server sees your network address.',
  server: 'Server',
  code: 'Code',
  notNow: 'Not now',
  waiting: 'An invite on {{server}} is waiting. It opens when you are done here.',
  dismiss: 'Forget this link',
  refused: 'This link was not opened',
  problem: {
    unreadable: 'It is no Sightline link, or it was damaged on the way. Ask for the invite again.',
    'unknown-action':
      'It asks for something Sightline does not do by link. Ask for an invite, or enter the code.',
    'no-code': 'It holds no valid code. Ask for the invite again, or enter the code yourself.',
    'no-server':
      'It does not say clearly which server the share is on. Ask for the invite again, or open its link in a browser.',
  },
  openInApp: 'Open in the app',
  openInAppHint: 'If you have Sightline on this computer, it shows the picture with less delay.',
  handedOver: {
    heading: 'Continue in the app',
    text: 'Sightline on this computer asks whether you want to join. If nothing opens, it is not installed here.',
    here: 'Watch in this browser',
  },
};
