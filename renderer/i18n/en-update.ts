/** Newer versions of the app. */
export const update = {
  label: 'New version',
  ready: 'Sightline {{version}} is ready.',
  readyHint: 'If you choose later, it is installed when you quit.',
  restart: 'Restart now',
  later: 'Later',
  elsewhere: 'Sightline {{version}} is available.',
  elsewhereHint: 'Install it the same way you installed this one.',
  open: 'Open download page',
} as const;
