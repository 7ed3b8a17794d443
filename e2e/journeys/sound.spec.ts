import type { Page } from '@playwright/test';
import { openChromium } from '../support/chromium.ts';
import { expect, test } from '../support/journey.ts';
import { presenterOn } from '../support/presenter-page.ts';

/** A page that sounds, told apart from others by its title. */
const TONE = `<!doctype html><meta charset="utf-8"><title>Tone</title><h1>Tone</h1>
<script>
const context = new AudioContext();
const tone = new OscillatorNode(context, { frequency: 440 });
tone.connect(context.destination);
tone.start();
let step = 0;
setInterval(() => { document.body.style.background = (step += 1) % 2 ? '#fff' : '#eee'; }, 100);
</script>`;

/** How much sound has arrived, and how its streams are named. */
const received = (page: Page) =>
  page.evaluate(async () => {
    const connections = (globalThis as unknown as { rtcConnections: RTCPeerConnection[] })
      .rtcConnections;
    let energy = 0;
    let packets = 0;
    const sections: string[] = [];
    for (const connection of connections) {
      if (connection.connectionState !== 'connected') continue;
      for (const report of (await connection.getStats()).values()) {
        if (report.type !== 'inbound-rtp' || report.kind !== 'audio') continue;
        energy += report.totalAudioEnergy ?? 0;
        packets += report.packetsReceived ?? 0;
      }
      const sdp = connection.remoteDescription?.sdp ?? '';
      for (const [, stream] of sdp.matchAll(/^a=msid:(\S+)/gm)) sections.push(stream ?? '');
    }
    return { energy, packets, streams: new Set(sections).size };
  });

test('a tab is shared with its sound, which a viewer mutes and turns down', async ({
  service,
  openViewer,
}) => {
  const browser = await openChromium([
    '--auto-select-tab-capture-source-by-title=Tone',
    '--autoplay-policy=no-user-gesture-required',
  ]);
  try {
    const context = await browser.newContext();
    const tone = await context.newPage();
    await tone.setContent(TONE);
    const page = await context.newPage();
    await page.goto(service.origin);
    const presenter = presenterOn(page);
    const { link } = await presenter.share();
    await expect(page.getByText('Viewers also hear this computer.').first()).toBeVisible();

    const viewer = await openViewer();
    await viewer.page.goto(link);
    await presenter.allow();
    const button = (name: string) => viewer.page.getByRole('button', { name, exact: true });
    await expect(button('Mute')).toBeVisible();
    await expect.poll(async () => (await received(viewer.page)).energy).toBeGreaterThan(0);
    expect((await received(viewer.page)).streams, 'the picture does not wait for sound').toBe(2);
    await button('Mute').click();
    await expect(viewer.page.getByRole('slider', { name: 'Volume' })).toHaveValue('0');
    await button('Turn on sound').click();
    await viewer.page.getByRole('slider', { name: 'Volume' }).fill('0.5');

    await presenter.pause();
    await expect(viewer.pausedNotice).toBeVisible();
    await expect(button('Mute')).toHaveCount(0);
    let before = -1;
    await expect
      .poll(async () => {
        const { packets } = await received(viewer.page);
        const hasStopped = packets === before;
        before = packets;
        return hasStopped;
      })
      .toBe(true);
    await presenter.resume();
    await expect.poll(async () => (await received(viewer.page)).packets).toBeGreaterThan(before);
  } finally {
    await browser.close();
  }
});

test('a share without sound shows no sound control', async ({ stamp, presenter, openViewer }) => {
  const { link } = await presenter.share();
  const viewer = await openViewer();
  await viewer.page.goto(link);
  await presenter.allow();
  await viewer.expectLivePicture(stamp.id);
  await expect(viewer.page.getByRole('button', { name: /sound|mute/i })).toHaveCount(0);
  await expect(presenter.page.getByText('Viewers also hear this computer.')).toHaveCount(0);
});
