/** What the picture is made for, and what holds it back. */
export const picture = {
  quality: 'Picture quality',
  choice: {
    auto: 'Automatic',
    'sharp-text': 'Sharp text',
    'smooth-motion': 'Smooth motion',
    'low-bandwidth': 'Low bandwidth',
  },
  autoHint: 'Chosen by what is on the screen. Now: {{profile}}.',
  hint: {
    'sharp-text': 'Every letter stays readable. On a slow network it moves less smoothly.',
    'smooth-motion': 'Video and animation stay fluid. On a slow network it gets less sharp.',
    'low-bandwidth': 'Sends as little as possible, for metered or crowded networks.',
  },
  appIsFaster: 'The desktop app shows it with less delay than a browser can.',
  limit: {
    'slow-link': 'The network to this viewer is slow, so fewer frames are sent.',
    'stills-only': 'The network to this viewer is very slow: text comes as stills.',
    'busy-processor': 'This computer is busy, so the picture is simplified.',
  },
};
