import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../e2e/network/lab/command.ts';

import { findExecutable } from '../../e2e/stand-in/process/find-executable.ts';
import { createScreenProbe, type ScreenProbe } from './measure/screen-probe.ts';
import { compilePrograms } from './native/compile.ts';
import { type Link, openLink } from './network/link.ts';
import type { Topology } from './network/topology.mjs';
import { openScreen } from './shares/open-screen.ts';
import { findPicturePlace } from './shares/picture-place.ts';
import { type Contender, PICTURE, type PicturePlace, type Surroundings } from './shares/share.ts';
import { openSourceWindow, type SourceWindow } from './source/source-window.ts';

/** Everything that stays while contenders come and go. */
export type Lab = {
  readonly surroundings: Surroundings;
  readonly probe: ScreenProbe;
  readonly source: SourceWindow;
  readonly link: Link;
  /** Where this contender's viewers show the picture; finds it out the first time. */
  placeOf(contender: Contender): Promise<PicturePlace>;
  close(): Promise<void>;
};

/** Debian’s package of each command that is needed beside a compiler. */
const COMMANDS: Readonly<Record<string, string>> = {
  ip: 'iproute2',
  openbox: 'openbox',
  tc: 'iproute2',
  tesseract: 'tesseract-ocr tesseract-ocr-kor',
  wmctrl: 'wmctrl',
  xdotool: 'xdotool',
  Xvfb: 'xvfb',
};

/** Large enough for a window that shows the whole picture at its own size. */
const VIEWER_SCREEN = { width: 2_600, height: 1_600 };

/** Opens both screens, what is shown on the shared one, and the way between both sides. */
export async function openLab(topology: Topology): Promise<Lab> {
  const missing = Object.keys(COMMANDS).filter((command) => !findExecutable(command));
  if (missing.length > 0) {
    const packages = missing.map((command) => COMMANDS[command]).join(' ');
    throw new Error(`bench:picture needs more. Install first: apt-get install -y ${packages}`);
  }
  const folder = await mkdtemp(path.join(tmpdir(), `sightline-${process.pid}-lab-`));
  const closers: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const programs = await compilePrograms(folder);
    const presenterScreen = await openScreen(PICTURE);
    closers.push(presenterScreen.close);
    const viewerScreen = await openScreen(VIEWER_SCREEN);
    closers.push(viewerScreen.close);
    process.env.DISPLAY = presenterScreen.display;
    delete process.env.WAYLAND_DISPLAY;
    // The captured pointer would be the only difference between both screens.
    await run('xdotool', ['mousemove', String(PICTURE.width - 1), String(PICTURE.height - 1)]);
    const source = await openSourceWindow();
    closers.push(source.close);
    await source.show('code');
    const link = openLink(topology, programs.wire);
    closers.push(link.close);
    const probe = createScreenProbe(programs.screenProbe);
    const surroundings: Surroundings = {
      topology,
      presenterDisplay: presenterScreen.display,
      viewerDisplay: viewerScreen.display,
      folder,
    };
    const places = new Map<Contender['viewerKind'], PicturePlace>();
    return {
      surroundings,
      probe,
      source,
      link,
      async placeOf(contender) {
        const known = places.get(contender.viewerKind);
        if (known) return known;
        const found = await findPicturePlace(contender, surroundings, probe);
        places.set(contender.viewerKind, found);
        return found;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
