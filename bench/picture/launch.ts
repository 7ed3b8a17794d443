import { setTimeout as pause } from 'node:timers/promises';
import type { Lab } from './lab.ts';
import { measureChange } from './measure/measure-change.ts';
import { measureJoin } from './measure/measure-join.ts';
import { measureCrowd, measureMotion } from './measure/measure-motion.ts';
import { readMedia } from './measure/media-counters.ts';
import { NETWORKS } from './network/networks.ts';
import { type Figures, type LaunchResult, named } from './results.ts';
import type { Scenario } from './scenarios.ts';
import type { Contender, Share } from './shares/share.ts';

/** As long as somebody needs to read who is asking. */
const DECIDE_MS = 2_000;

/** Opens one contender's share, measures a scenario with it, and closes it. */
export async function launch(
  lab: Lab,
  contender: Contender,
  scenario: Scenario,
  round: number,
): Promise<LaunchResult> {
  const { name, network, viewers } = scenario;
  const figures: { [name: string]: number | null } = {};
  const notes: { [name: string]: string } = {};
  const about = {
    scenario: name,
    network: network.name,
    contender: contender.name,
    viewers,
    round,
  };
  const atMs = Date.now();
  let failure: { failure?: string } = {};
  const add = (found: Figures) => addFigures(figures, found);
  try {
    const { windowSize, ...place } = await lab.placeOf(contender);
    await lab.source.show('code');
    const onLoaded = () => lab.link.become(network);
    const share = await contender.open(lab.surroundings, { viewers, windowSize, onLoaded });
    try {
      await pause(DECIDE_MS);
      const where = { ...place, windowSize };
      if (viewers > 1) await admitAll(share, scenario.joinSeconds);
      else add(named('join', await measureJoin(lab, share, where, scenario.joinSeconds)));
      for (const step of scenario.steps) {
        if (step.does === 'change') add(await measureChange(lab, where, step));
        else if (viewers > 1) add(await measureCrowd(lab, share, step));
        else add(await measureMotion(lab, share, where, step));
      }
      Object.assign(notes, await describe(share));
    } finally {
      await lab.source.stop();
      await share.close();
    }
  } catch (error) {
    failure = { failure: error instanceof Error ? error.message : String(error) };
  } finally {
    await lab.link.become(NETWORKS.lan);
  }
  return { ...about, atMs, figures, notes, ...failure };
}

/** A step may come more than once: the figures of the first stay, and the others get a number. */
function addFigures(figures: { [name: string]: number | null }, found: Figures): void {
  for (const [name, value] of Object.entries(found)) {
    let key = name;
    for (let time = 2; key in figures; time += 1) key = `${name}#${time}`;
    figures[key] = value;
  }
}

async function admitAll(share: Share, seconds: number): Promise<void> {
  for (let index = 0; index < share.viewerPages.length; index += 1) await share.admit(index);
  await pause(seconds * 1_000);
}

async function describe(share: Share): Promise<{ [name: string]: string }> {
  const sent = await readMedia(share.presenterPage);
  const [page] = share.viewerPages;
  const received = page ? await readMedia(page) : sent;
  return {
    codec: received.codec.replace('video/', ''),
    encoder: sent.encoder,
    size: `${received.width}x${received.height}`,
    keyFrames: String(sent.keyFrames),
    limitation: sent.limitation,
  };
}
