/** Choosing what to share in the app. */
export const picker = {
  heading: 'What do you want to share?',
  screens: 'Screens',
  windows: 'Windows',
  share: 'Share',
  starting: 'Starting…',
  cancel: 'Cancel',
  loading: 'Looking for screens and windows…',
  noScreens: 'No screen was found.',
  noWindows: 'No window was found. A minimised window appears here once you open it.',
  refused: {
    title: 'Your system does not let Sightline see the screen yet',
    text: 'Allow Sightline to record the screen in the system settings. It may have to be restarted afterwards.',
    open: 'Open system settings',
  },
  failed: {
    title: 'Screens and windows could not be listed',
    text: 'Go back and try again. If it keeps failing, restart Sightline.',
  },
  search: 'Search by title',
  untitled: 'Untitled window',
  noPreview: 'No preview',
  noPreviewOfWindow: 'No preview. The window may be minimised: open it to see it here.',
  pixels: '{{width}} × {{height}} pixels',
  ownScreen: 'Sightline is on this screen',
  noMatch: 'Nothing here is called “{{query}}”.',
  matchingScreens: 'Show matching screens ({{count}})',
  matchingWindows: 'Show matching windows ({{count}})',
  openSystemPicker: 'Choose a screen or window',
  sound: {
    share: 'Also share the sound of this computer',
    hint: 'Everything it plays, also from other windows.',
    problem: {
      'not-on-linux':
        'Not possible on Linux in the app. In Chrome or Edge you can share a tab with its sound.',
      'old-macos': 'Needs macOS 13 or newer.',
      'system-picker':
        'Not possible with the system’s own picker. Allow screen recording to share sound.',
    },
  },
  portal: {
    title: 'Your desktop lets you choose',
    text: 'Its own dialog opens, lists screens and windows, and shows Sightline only what you choose there.',
  },
  macos: {
    title: 'macOS lets you choose',
    text: 'Its own picker opens, and shows Sightline only what you choose there. To choose here instead, with previews and search, allow screen recording in the system settings and restart Sightline.',
  },
  notAsked: {
    title: 'Your system will ask once',
    text: 'To show screens and windows to choose from, Sightline has to be allowed to record the screen. Nothing is sent to anybody before you choose and share. macOS may want Sightline to be restarted afterwards.',
    ask: 'Continue',
  },
};
