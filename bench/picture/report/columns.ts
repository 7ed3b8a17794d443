/** What the wide table shows of each scenario. */
export type Column = { readonly title: string; readonly figure: string; readonly unit: string };

const column = (title: string, figure: string, unit = ''): Column => ({ title, figure, unit });

const motion = (kind: string, title: string): Column[] => [
  column(`${title} p50`, `${kind}.p50Ms`, 'ms'),
  column('p95', `${kind}.p95Ms`, 'ms'),
  column('shown/s', `${kind}.shownPerSecond`),
  column('of line', `${kind}.ofReference`),
  column('picture', `${kind}.pictureBytesPerSecond`, 'kB/s'),
  column('repeated', `${kind}.repeatedBytesPerSecond`, 'kB/s'),
  column('presenter', `${kind}.presenterCpu`, 'cores'),
  column('viewer', `${kind}.viewerCpu`, 'cores'),
];

const change = (kind: string, title: string): Column[] => [
  column(`${title}: SSIM 250 ms`, `${kind}.250.ssim`),
  column('1 s', `${kind}.1000.ssim`),
  column('5 s', `${kind}.5000.ssim`),
  column('PSNR 1 s', `${kind}.1000.psnr`, 'dB'),
  column('words 250 ms', `${kind}.250.words`),
  column('1 s', `${kind}.1000.words`),
  column('5 s', `${kind}.5000.words`),
  column('95 % read', `${kind}.wordsMs`, 'ms'),
  column('exact 1 s', `${kind}.still.sharedShare`),
  column('at the end', `${kind}.settled.sharedShare`),
  column('text exact', `${kind}.exactMs`, 'ms'),
  column('colour PSNR', `${kind}.still.colourPsnr`, 'dB'),
];

/** The tables of a scenario, one below the other. */
export const COLUMN_GROUPS: readonly (readonly Column[])[] = [
  [
    column('first frame', 'join.firstFrameMs', 'ms'),
    column('readable', 'join.readableMs', 'ms'),
    ...change('join', 'joining').slice(0, 8),
  ],
  change('code', 'page flip'),
  change('coloured', 'coloured text'),
  change('korean', 'Korean'),
  change('spreadsheet', 'spreadsheet'),
  change('slides', 'slides'),
  motion('typing', 'typing'),
  [
    column('typing without stamps: picture', 'unstamped typing.pictureBytesPerSecond', 'kB/s'),
    column('of it video', 'unstamped typing.mediaBytesPerSecond', 'kB/s'),
    column('repeated', 'unstamped typing.repeatedBytesPerSecond', 'kB/s'),
    column('presenter', 'unstamped typing.presenterCpu', 'cores'),
  ],
  motion('clip', 'clip'),
  motion('scrolling', 'scrolling'),
  [
    column('presenter per viewer', 'crowd.presenterCpuPerViewer', 'cores'),
    column('frames per viewer', 'crowd.framesPerViewer', '/s'),
    column('viewers’ side', 'crowd.viewerCpu', 'cores'),
  ],
];
