/** What the app says around the page while a screen is shared: tray, control bar, notifications. */
export const whileSharing = {
  pause: {
    'by-hand': {
      presenter: 'Viewers see a pause card instead of your screen.',
      viewer: 'Your colleague has paused sharing. The picture comes back by itself.',
    },
    'screen-locked': {
      presenter: 'Your screen was locked. Viewers see a pause card until you resume.',
      viewer: 'Your colleague’s screen was locked. The picture comes back when they resume.',
    },
    asleep: {
      presenter: 'Your computer went to sleep. Viewers see a pause card until you resume.',
      viewer: 'Your colleague’s computer went to sleep. The picture comes back when they resume.',
    },
  },
  action: {
    pause: 'Pause',
    resume: 'Resume',
    switch: 'Share something else…',
    stop: 'Stop sharing',
    open: 'Open Sightline',
    quit: 'Quit Sightline',
    bar: 'Show control bar',
  },
  tray: {
    idle: 'Sightline: your screen is not shared',
    sharing: 'Sightline: your screen is shared',
    paused: 'Sightline: sharing is paused',
    source: 'Shared: {{name}}',
    watching: 'Watching now: {{count}}',
    asking: 'Asking to join: {{count}}',
  },
  bar: {
    title: 'Sightline control bar',
    label: 'Sharing controls',
    sharing: 'Sharing',
    paused: 'Paused',
    locked: 'Paused: screen was locked',
    asleep: 'Paused: computer slept',
    elapsed: 'Time since the share began',
    watching: 'Watching now: {{count}}',
    switch: 'Share something else',
    asking: 'Open Sightline. Asking to join: {{count}}',
    stop: 'Stop',
    hide: 'Hide this bar',
    seen: 'On this system, viewers may see this bar.',
  },
  join: {
    title: '{{name}} asks to see your screen',
    unnamed: 'Somebody asks to see your screen',
    answer: 'Allow only people you are expecting.',
    click: 'Click to answer.',
    allow: 'Allow',
    deny: 'Deny',
  },
  background: {
    title: 'Your screen is still shared',
    text: 'Sightline goes on in the background. To stop sharing, use its icon in the tray.',
  },
  closing: {
    message: 'Your screen is still shared',
    detail:
      'This desktop shows no tray icon for Sightline. It can go on sharing with its window minimised.',
    keep: 'Minimise and go on sharing',
    quit: 'Stop sharing and quit',
    cancel: 'Cancel',
  },
  quitting: {
    message: 'Stop sharing and quit?',
    detail: 'Your screen is being shared. Quitting ends the share for everybody.',
    quit: 'Stop sharing and quit',
    cancel: 'Go on sharing',
  },
  shortcut: {
    pause: {
      taken:
        '{{keys}} does not pause here: another program uses it. Choose other keys in the settings.',
      invalid: '{{keys}} does not pause here: this system does not know these keys.',
    },
    stop: {
      taken:
        '{{keys}} does not stop sharing here: another program uses it. Choose other keys in the settings.',
      invalid: '{{keys}} does not stop sharing here: this system does not know these keys.',
    },
  },
} as const;
