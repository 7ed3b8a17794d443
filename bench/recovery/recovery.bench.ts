import { writeFileSync } from 'node:fs';
import { test } from '@playwright/test';
import { IPV4 } from '../../e2e/network/lab/addresses.ts';
import { type Meeting, openMeeting } from '../../e2e/network/meeting.ts';
import { missingForLab } from '../../e2e/network/missing-for-lab.ts';
import { openTwoNetworks, type TwoNetworks } from '../../e2e/network/two-networks.ts';
import { type Fault, faults, signalingFault } from './faults.ts';
import { countFrames, frameTimesSince, rememberFrameTimes } from './frame-times.ts';
import { firstLiveFrame } from './live-picture.ts';
import { openPlainShare } from './plain-peer.ts';
import { type FaultResult, printResults } from './results.ts';

/** A picture that is not back by then is not coming back by itself. */
const PATIENCE_MS = 45_000;
const isQuick = process.env.BENCH_QUICK === '1';
const isWanted = ({ name }: Fault) => name.includes(process.env.BENCH_ONLY ?? '');
const runsOf = ({ runs }: Fault) => (isQuick ? Math.min(runs, 2) : runs);

test.skip(missingForLab().length > 0, `the network lab needs: ${missingForLab().join(', ')}`);

test('recovery', async () => {
  const networks = await openTwoNetworks(IPV4, 0);
  const results: FaultResult[] = [];
  try {
    for (const fault of faults.filter(isWanted)) {
      results.push(await measureFault(networks, fault));
    }
    const signaling = isWanted(signalingFault) ? await measureSignaling(networks) : null;
    printResults(results, signaling);
    const file = process.env.BENCH_JSON;
    if (file) writeFileSync(file, `${JSON.stringify({ results, signaling }, null, 2)}\n`);
  } finally {
    await networks.close();
  }
});

/** Both shares at once, so that the very same fault strikes both. */
async function measureFault(networks: TwoNetworks, fault: Fault): Promise<FaultResult> {
  if (fault.isRelayed) {
    await networks.presenterSide.network.setRouter({ nat: 'symmetric' });
    await networks.viewerSide.network.setRouter({ nat: 'symmetric' });
  }
  const result: FaultResult = { name: fault.name, sightlineMs: [], plainMs: [] };
  let shares = await openShares(networks);
  for (let run = 0; run < runsOf(fault); run += 1) {
    await fault.strike(networks, shares.meeting);
    const overMs = Date.now();
    const [sightlineMs, plainMs] = await Promise.all([
      timeToLivePicture(shares.meeting.viewer.page, overMs),
      timeToLivePicture(shares.plain.viewer, overMs),
    ]);
    result.sightlineMs.push(sightlineMs);
    result.plainMs.push(plainMs);
    console.error(`${fault.name}, run ${run + 1}: ${sightlineMs} / ${plainMs} ms`);
    if (sightlineMs !== null && plainMs !== null) continue;
    await shares.close();
    shares = await openShares(networks);
  }
  await shares.close();
  await networks.reset();
  return result;
}

async function measureSignaling(networks: TwoNetworks): Promise<{ sent: number; lost: number }> {
  const totals = { sent: 0, lost: 0 };
  const shares = await openShares(networks);
  const { presenter, viewer } = shares.meeting;
  for (let run = 0; run < runsOf(signalingFault); run += 1) {
    const before = await framesOf(shares.meeting);
    await signalingFault.strike(networks, shares.meeting);
    const sent = (await countFrames(presenter.page)).sent - before.sent;
    // Whatever had left by then arrives.
    const isThere = async () => (await countFrames(viewer.page)).received - before.received >= sent;
    await waitUntil(isThere, 2_000);
    const received = (await countFrames(viewer.page)).received - before.received;
    totals.sent += sent;
    totals.lost += Math.max(0, sent - received);
  }
  await shares.close();
  return totals;
}

async function framesOf({ presenter, viewer }: Meeting) {
  const { received } = await countFrames(viewer.page);
  const { sent } = await countFrames(presenter.page);
  return { sent, received };
}

async function openShares(networks: TwoNetworks) {
  const { stunUrls, turnUrls, secret } = networks.lab.coturn;
  const ice = { stunUrls, turnUrls, turnSecret: secret };
  const meeting = await openMeeting(networks, { ice });
  await rememberFrameTimes(meeting.viewer.page);
  const plain = await openPlainShare(networks);
  const startMs = Date.now();
  for (const page of [meeting.viewer.page, plain.viewer]) {
    if ((await timeToLivePicture(page, startMs)) === null)
      throw new Error('no picture to begin with');
  }
  const close = async () => {
    await plain.close();
    await meeting.close();
  };
  return { meeting, plain, close };
}

/** Milliseconds from `sinceMs` to the first frame of a picture that lives; `null` when none comes. */
async function timeToLivePicture(
  page: Meeting['viewer']['page'],
  sinceMs: number,
): Promise<number | null> {
  let first: number | undefined;
  await waitUntil(async () => {
    first = firstLiveFrame(await frameTimesSince(page, sinceMs));
    return first !== undefined;
  }, PATIENCE_MS);
  return first === undefined ? null : Math.round(first - sinceMs);
}

async function waitUntil(isTrue: () => Promise<boolean>, patienceMs: number): Promise<void> {
  const endMs = Date.now() + patienceMs;
  while (!(await isTrue()) && Date.now() < endMs) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
