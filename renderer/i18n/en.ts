import { door, requests, viewers, words } from './en-admission.ts';
import { doctor } from './en-doctor.ts';
import { ended } from './en-ended.ts';
import { invited } from './en-invited.ts';
import { nearby } from './en-nearby.ts';
import { picker } from './en-picker.ts';
import { picture } from './en-picture.ts';
import { preferences } from './en-preferences.ts';
import { quality } from './en-quality.ts';
import { path, settings } from './en-settings.ts';
import { switching } from './en-switching.ts';
import { update } from './en-update.ts';
import { whileSharing } from './en-while-sharing.ts';

/** Every text of the app. The shape is the contract: other languages must have the same keys. */
export const en = {
  app: {
    name: 'Sightline',
    promise:
      'Show a colleague your screen, sharp enough to read every letter. No account, and nobody watches unless you allow it.',
    defaultName: 'Guest',
  },
  language: { label: 'Language' },
  title: {
    home: 'Sightline',
    picker: 'Choose what to share – Sightline',
    opening: 'Starting… – Sightline',
    sharing: 'Sharing your screen – Sightline',
    sharingPaused: 'Sharing paused – Sightline',
    sourceGone: 'Nothing is being shown – Sightline',
    asked: 'Somebody asks to join – Sightline',
    invited: 'An invite – Sightline',
    handedOver: 'Continue in the app – Sightline',
    joining: 'Joining… – Sightline',
    waiting: 'Waiting to be let in – Sightline',
    watching: 'Watching – Sightline',
    watchingPaused: 'Paused – Sightline',
    reconnecting: 'Reconnecting… – Sightline',
    ended: 'Ended – Sightline',
    checking: 'Connection check – Sightline',
  },
  home: {
    shareHeading: 'Show something',
    share: 'Share your screen',
    shareHint: 'First you choose a screen or a window. Then you get an invite to send.',
    chooseInBrowser: 'Choose what to share in the dialog your browser has opened.',
    joinHeading: 'Watch a colleague',
    codeField: 'Code or link',
    codeHint: 'A code looks like XXXXX-XXXXX.',
    nameField: 'Your name',
    nameHint: 'Your colleague sees it when you ask to join.',
    join: 'Join',
    problem: {
      empty: 'Enter the code or the link you were given. A code looks like XXXXX-XXXXX.',
      'not-a-code':
        'That is not a code. A code has ten letters and digits and looks like XXXXX-XXXXX.',
      'not-our-link':
        'That link holds no valid code. Ask for the link again, or enter the code: it looks like XXXXX-XXXXX.',
    },
  },
  protection: {
    heading: 'What is protected',
    picture:
      'The picture is encrypted between your devices. Whether it goes directly or by a relay, neither the server nor the relay can see it.',
    code: 'The code is the key: it never reaches a server, so give it only to people who may see your screen.',
    browser:
      'In a browser you trust the page the server gave you; for the highest assurance, both of you use the Sightline app.',
  },
  picker,
  presenter: {
    sharing: 'You are sharing your screen',
    paused: 'Sharing is paused',
    opening: 'Preparing your invite',
    openingHint: 'Nobody can see your screen yet.',
    pause: 'Pause',
    resume: 'Resume',
    stop: 'Stop sharing',
    sound: {
      shared: 'Viewers also hear this computer.',
      ended: 'The system has ended the sound. The picture goes on.',
    },
    preview: 'Preview',
    previewHint: 'What viewers see',
    previewPaused: 'Viewers do not see this now',
    notice: {
      contested: {
        title: 'Somebody else claims this code on the server',
        text: 'Nobody new can join; those who watch keep watching. Stop and share again for a new code.',
      },
      tampered: {
        title: 'A message that is not genuine was ignored',
        text: 'It was not written with your code: somebody without the code, or the server itself, tried to interfere. To be sure who is watching, compare words with them.',
      },
      offline: {
        title: 'The server is out of reach',
        text: 'Viewers keep watching. New viewers can join when the server is back.',
      },
      'open-to-all': {
        title: 'Everyone with the link gets in',
        text: 'Whoever has the link or the code sees your screen without asking you.',
      },
    },
    unreachable:
      '{{name}} was let in, but your networks let no connection through. Both of you can check the connection from the start screen.',
    turnedAway: {
      full: 'Somebody wanted to join, but all {{limit}} places are taken. Remove a viewer to make room.',
      locked: 'Somebody wanted to join, but you let nobody new ask.',
    },
  },
  invite: {
    heading: 'Invite',
    text: 'Send the link, or read the code out.',
    code: 'Code',
    copyCode: 'Copy code',
    link: 'Link',
    copyLink: 'Copy link',
    copied: 'Copied',
    copyFailed: 'Copying did not work. Select the text and copy it yourself.',
    qr: 'QR code of the invite link',
    qrHint: 'Scan with a phone or tablet',
    onlyHere:
      'This link works on this computer only: no address was found at which others can reach it.',
  },
  requests,
  viewers,
  door,
  words,
  viewer: {
    leave: 'Leave',
    askingAs: 'You are asking as {{name}}.',
    joining: 'Looking for the share…',
    joiningAgain: 'Still looking for the share…',
    joiningHint: 'This takes a moment.',
    joiningAgainHint: 'The server has not answered yet.',
    waiting: 'Waiting to be let in',
    waitingHint:
      'Your colleague sees your request and decides. The picture then appears here by itself.',
    presenterAway:
      'Your colleague has lost the connection for the moment. Your request is kept until they are back.',
    offline: 'The server is out of reach. Your request is repeated as soon as it is back.',
    negotiating: 'You are in',
    negotiatingHint: 'The picture is on its way.',
    negotiatingSlowHint:
      'This takes longer than usual: one of the networks is hard to get through. Other ways are being tried.',
    watching: 'Watching your colleague’s screen',
    video: 'Shared screen',
    pictureComing: 'The picture is on its way…',
    paused: 'Paused',
    pausedHint: 'Your colleague has paused sharing. The picture comes back by itself.',
    'source-gone': 'One moment…',
    'source-goneHint':
      'What your colleague shared was closed. They can choose something else, and it then appears here by itself.',
    reconnecting: 'Reconnecting…',
    reconnectingHint: 'You see the last picture. It may be out of date.',
    sound: {
      turnOn: 'Turn on sound',
      mute: 'Mute',
      volume: 'Volume',
      blocked:
        'Your colleague shares sound. Your browser plays it after a click on “Turn on sound”.',
    },
    toolbar: 'Picture',
    fit: 'Fit to window',
    actualSize: 'Actual size',
    fullScreen: 'Full screen',
    leaveFullScreen: 'Exit full screen',
    scrollArea: 'Picture in actual size, scrollable',
  },
  next: {
    home: 'Back to start',
    'try-again': 'Try again',
    'join-again': 'Join again',
    'ask-again': 'Ask again',
    'choose-again': 'Choose again',
    'share-again': 'Share again',
  },
  ended,
  nearby,
  doctor,
  settings,
  preferences,
  path,
  quality,
  picture,
  switching,
  update,
  invited,
  whileSharing,
} as const;
