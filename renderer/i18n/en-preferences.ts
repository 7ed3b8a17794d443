/** Everything a person decides once: the texts of the settings. */
export const preferences = {
  section: {
    person: 'You',
    sharing: 'Sharing',
    connection: 'Connection',
    shortcuts: 'Shortcuts',
    app: 'App',
  },
  notLoaded:
    'The settings could not be loaded because the server did not answer. Try again in a moment.',
  nameHint: 'Colleagues see it when you ask to join.',
  language: { system: 'As the system' },
  theme: { label: 'Look', system: 'As the system', light: 'Light', dark: 'Dark' },
  autoQuality: 'Decided by what is on the screen.',
  qualityScope: 'Every share begins with it.',
  switch: {
    isVisibleNearby: 'Show my shares to people nearby',
    openAtLogin: 'Open when I log in',
    startMinimised: 'Start minimised',
    updates: 'Look for updates',
  },
  switchHint: {
    isVisibleNearby:
      'Other Sightlines in your network list your name while you share. They still have to ask.',
    openAtLogin: 'Sightline is there when you need it, also after a restart.',
    startMinimised: 'The window stays out of the way until you open it.',
    updates: 'New versions are fetched and checked in the background, never during a share.',
  },
  server: {
    label: 'Server',
    hint: 'Empty: this computer itself, for people in your network. With a server of your organisation, for people anywhere. Counts from the next share on.',
    notAnAddress: 'That is not an address. An address looks like https://share.example.org.',
    checking: 'Asking {{server}}…',
    reached: '{{server}} is a Sightline server and answers.',
    reachedVersion: '{{server}} answers: Sightline {{version}}.',
    problem: {
      unreachable:
        '{{server}} does not answer. Check the address and whether you are in the right network.',
      'unknown-name': 'There is no server called {{server}}. Check the spelling.',
      'bad-certificate':
        '{{server}} has no certificate that this computer trusts. Ask whoever runs it, or try http:// in your own network.',
      redirected: '{{server}} sends visitors elsewhere. Enter the address it leads to.',
      'not-sightline': '{{server}} answers, but it is not a Sightline server. Check the address.',
    },
  },
  ice: {
    heading: 'Own STUN and TURN servers',
    hint: 'Used beside those of the server, when you share and when you watch.',
    as: 'as {{name}}',
    add: 'Add a server',
    edit: 'Edit {{server}}',
    remove: 'Remove {{server}}',
    take: 'Add',
    change: 'Change',
    cancel: 'Cancel',
    field: { url: 'Address', username: 'User name', credential: 'Password' },
    urlHint: 'Such as turn:relay.example.org:3478 or stun:stun.example.org.',
    urlProblem: {
      empty: 'Enter the address of the server.',
      'no-scheme': 'Say what kind of server it is: put stun:, turn: or turns: in front.',
      'unknown-scheme': 'An address begins with stun:, turn: or turns:.',
      slashes: 'Leave out the two slashes: turn:relay.example.org.',
      'bad-host':
        'The part after the colon must be a name or an address, such as relay.example.org.',
      'bad-port': 'The port must be a number from 1 to 65535. Put IPv6 addresses into [brackets].',
      'bad-transport':
        'After the question mark only transport=udp or transport=tcp can stand, and nothing for stun:.',
      'already-there': 'This server is in the list already.',
    },
    missing: {
      username: 'A relay needs a user name.',
      credential: 'A relay needs a password.',
    },
  },
  shortcut: {
    hint: 'They work while you share, whichever program is in front.',
    pause: 'Pause and resume',
    stop: 'Stop sharing',
    none: 'None',
    record: 'Record',
    press: 'Press keys…',
    pressHint: 'Press the keys together. Esc keeps what there is.',
    clear: 'Clear',
    reset: 'Default',
    problem: {
      unusable: 'Choose a key together with Ctrl, Alt or ⌘, or a function key.',
      conflict: 'The other shortcut has these keys already. Choose others.',
      taken: 'Another program has taken these keys, so they do nothing here. Choose others.',
    },
  },
  name: {
    name: 'name',
    language: 'language',
    theme: 'look',
    serverUrl: 'server',
    iceServers: 'own STUN and TURN servers',
    path: 'how pictures travel',
    quality: 'picture quality',
    shortcuts: 'shortcuts',
    isVisibleNearby: 'people nearby',
    startMinimised: 'start minimised',
    openAtLogin: 'open at login',
    updates: 'updates',
  },
  trouble: {
    keptAside: {
      broken:
        'Your settings could not be read, so they are as new. What was there is kept at {{place}}.',
      newer:
        'Your settings were made by a newer Sightline, so they are as new here. The others are kept at {{place}}.',
    },
    wrongValues:
      'Some settings made no sense and are as new: {{names}}. What was there is kept at {{place}}.',
    notSaved: {
      'not-allowed':
        'Your settings count until you quit: Sightline may not write to {{place}}. Allow that, then change a setting.',
      'disk-full':
        'Your settings count until you quit: the disk is full. Make room, then change a setting.',
      failed:
        'Your settings count until you leave: they could not be saved to {{place}}. Change a setting to try again.',
    },
    loginRefused:
      'Your system did not let Sightline change what opens when you log in. Change it in the system settings.',
    dismiss: 'Got it',
  },
} as const;
