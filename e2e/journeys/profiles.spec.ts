import type { Page } from '@playwright/test';
import { expect, PLACES, test } from '../support/journey.ts';
import { likenessOf } from '../support/likeness.ts';
import { rememberConnections } from '../support/remember-connections.ts';
import { openTextWindow } from '../support/text-window.ts';

const LEGIBLE = 0.95;

const profiles = [
  {
    option: 'Sharp text',
    applied: { hint: 'text', captureFramerate: 30, gives: 'maintain-resolution', framerate: 30 },
    codec: 'video/VP8',
  },
  {
    option: 'Smooth motion',
    applied: { hint: 'detail', captureFramerate: 60, gives: 'maintain-framerate', framerate: 60 },
    codec: 'video/H264',
  },
  {
    option: 'Low bandwidth',
    applied: { hint: 'text', captureFramerate: 15, gives: 'maintain-resolution', framerate: 8 },
    codec: 'video/AV1',
  },
] as const;

test('every profile takes effect in mid-share, and its text can be read', async ({
  service,
  openPresenter,
  openViewer,
}) => {
  const text = await openTextWindow(PLACES.upper);
  const presenter = await openPresenter(service.origin);
  await presenter.page.addInitScript(rememberConnections);
  await presenter.page.reload();
  const { link } = await presenter.share();
  const viewer = await openViewer();
  await viewer.page.goto(link);
  await presenter.allow();
  await expect.poll(async () => (await viewer.pictureSize()).width).toBeGreaterThan(0);
  const { width } = await viewer.pictureSize();

  for (const { option, applied, codec } of profiles) {
    await test.step(option, async () => {
      await presenter.page.getByLabel('Picture quality').selectOption(option);
      await expect.poll(() => readApplied(presenter.page)).toEqual(applied);
      await text.turnPage();
      await expect.poll(() => codecInUse(presenter.page)).toBe(codec);
      await expect
        .poll(async () => likenessOf(viewer.video, await text.textArea(), width))
        .toBeGreaterThan(LEGIBLE);
      expect((await viewer.pictureSize()).width, 'every pixel is sent').toBe(width);
    });
  }
  const negotiations = await presenter.page.evaluate(
    () => (globalThis as unknown as Remembering).rtcConnections.length,
  );
  expect(negotiations, 'all of it over one link').toBe(1);
  await text.close();
});

test('a choice is kept for the next share', async ({ presenter }) => {
  await presenter.share();
  const choice = presenter.page.getByLabel('Picture quality');
  await expect(choice).toHaveValue('auto');
  await choice.selectOption('Smooth motion');
  await presenter.page.reload();
  await presenter.share();
  await expect(choice).toHaveValue('smooth-motion');
  await expect(presenter.page.getByText('Video and animation stay fluid.')).toBeVisible();
});

type Remembering = { rtcConnections: RTCPeerConnection[] };

/** What the one sender of this page is set to, as the browser tells it. */
const readApplied = (page: Page) =>
  page.evaluate(() => {
    const [connection] = (globalThis as unknown as Remembering).rtcConnections;
    const sender = connection?.getSenders()[0];
    const parameters = sender?.getParameters() as
      | (RTCRtpSendParameters & { degradationPreference?: string })
      | undefined;
    return {
      hint: sender?.track?.contentHint,
      captureFramerate: sender?.track?.getConstraints().frameRate
        ? (sender.track.getConstraints().frameRate as ConstrainDoubleRange).max
        : undefined,
      gives: parameters?.degradationPreference,
      framerate: parameters?.encodings[0]?.maxFramerate,
    };
  });

const codecInUse = (page: Page) =>
  page.evaluate(async () => {
    const [connection] = (globalThis as unknown as Remembering).rtcConnections;
    const report = await connection?.getStats();
    const entries = [...(report?.values() ?? [])];
    const outbound = entries.find(({ type, kind }) => type === 'outbound-rtp' && kind === 'video');
    return entries.find(({ id }) => id === outbound?.codecId)?.mimeType;
  });
