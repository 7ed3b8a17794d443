/** Showing something else while a share goes on. */
export const switching = {
  begin: 'Show something else',
  inBrowser: 'Choose in the dialog your browser has opened. Until then nothing changes.',
  heading: 'What do you want to show instead?',
  meanwhile: 'Viewers see what you have shared so far until you choose. Their invite stays good.',
  gone: {
    bar: 'Nothing is being shown',
    barHint: 'Viewers wait until you choose something else.',
    title: 'What you shared is gone',
    text: 'The window was closed, the screen was unplugged, or the system ended it. Your viewers are still here, and see that you are about to choose something else.',
    choose: 'Choose something else',
  },
  failed: {
    title: 'That could not be captured',
    text: 'Nothing has changed for your viewers. Choose again, or choose something else.',
  },
};
