/** Who asks, who watches, who may come in, and how to be sure who it is. */
export const requests = {
  heading: 'Asking to join',
  asking: 'Asking to join: {{names}}',
  willSee: 'They see your screen only if you allow it.',
  allow: 'Allow',
  deny: 'Deny',
} as const;

export const viewers = {
  heading: 'Watching',
  count: '{{count}} of {{limit}}',
  none: 'Nobody is watching yet.',
  stage: {
    connecting: 'Connecting…',
    watching: 'Watching',
    reconnecting: 'Reconnecting…',
  },
  away: 'Out of touch with the server',
  device: '{{app}} on {{system}} — as they say',
  remove: 'Remove {{name}}',
  more: 'More options for {{name}}',
  block: 'Block {{name}}',
  blockHint:
    'Blocking turns them away, and nobody from the same network address can ask again during this share. In an office, that can include colleagues.',
} as const;

export const door = {
  lock: 'Let nobody new ask to join',
  openToAll: 'Let everyone with the link in',
  lockWins: 'While you let nobody new ask, nobody gets in, not even with the link.',
  question: 'Let everyone with the link in?',
  warning:
    'Anybody who has the link or the code sees your screen at once, without asking you. That includes people it was passed on to.',
  scope:
    'This counts for this share only. You can turn it off at any time; those who are watching by then stay until you remove them.',
  confirm: 'Let everyone in',
  cancel: 'Keep asking me',
} as const;

export const words = {
  compare: 'Compare words',
  compareWith: 'Compare words with {{name}}',
  purpose: 'Read them to each other. If they are the same, nobody is in between.',
  differ: 'If they are not, end this share and start again with a new code.',
  language: 'Language of the words, the same for both of you',
  loading: 'Fetching the words…',
  failed: 'The words could not be loaded. Check your connection, then open this again.',
  notYet: 'The words appear here as soon as the connection is up and verified.',
  close: 'Close',
} as const;
