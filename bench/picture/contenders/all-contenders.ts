import type { Contender } from '../shares/share.ts';
import { deskreen } from './deskreen.ts';
import { hopp } from './hopp.ts';
import { mirotalk } from './mirotalk.ts';
import { plain } from './plain.ts';
import { screego, screegoBestQuality } from './screego.ts';
import {
  sightline,
  sightlineBrowser,
  sightlineLowBandwidth,
  sightlineSharpText,
  sightlineSmoothMotion,
} from './sightline.ts';

export const ALL_CONTENDERS: readonly Contender[] = [
  plain,
  sightline,
  deskreen,
  sightlineSharpText,
  screego,
  sightlineSmoothMotion,
  screegoBestQuality,
  sightlineLowBandwidth,
  mirotalk,
  sightlineBrowser,
  hopp,
];
