import { expect, test } from '../support/journey.ts';

test('both people can compare the same four words, in either language', async ({
  service,
  stamp,
  presenter,
  openViewer,
}) => {
  const { code } = await presenter.share();
  const [ada, bo] = [await openViewer(), await openViewer()];
  for (const [viewer, name] of [
    [ada, 'Ada'],
    [bo, 'Bo'],
  ] as const) {
    await viewer.join(service.origin, code, name);
    await presenter.allow();
    await viewer.expectLivePicture(stamp.id);
  }
  const told = await presenter.wordsFor('Ada');
  expect(told.split(' ')).toHaveLength(4);
  expect(await ada.words()).toBe(told);
  expect(await bo.words(), 'each link has its own').not.toBe(told);

  await ada.page.getByRole('button', { name: '한국어', exact: true }).click();
  await expect(ada.wordsShown).toHaveText(/^\p{Script=Hangul}+( \p{Script=Hangul}+){3}$/u);
});

test('a link whose two ends see different fingerprints is refused before the first frame', async ({
  service,
  presenter,
  openViewer,
}) => {
  const { code } = await presenter.share();
  const viewer = await openViewer();
  // Stands in for a connection that ends somewhere else: this end sees another fingerprint.
  await viewer.page.addInitScript(() => {
    let { prototype } = RTCPeerConnection;
    while (!Object.hasOwn(prototype, 'remoteDescription')) {
      prototype = Object.getPrototypeOf(prototype);
    }
    const original = Object.getOwnPropertyDescriptor(prototype, 'remoteDescription');
    Object.defineProperty(prototype, 'remoteDescription', {
      get(this: RTCPeerConnection) {
        const description: RTCSessionDescription | null = original?.get?.call(this);
        if (this.connectionState !== 'connected' || !description) return description;
        const sdp = description.sdp.replace(/(a=fingerprint:sha-256 )../g, '$1EE');
        return { type: description.type, sdp };
      },
    });
  });
  // The link stands before anybody is let in, so nobody has to be asked for it to be refused.
  await viewer.join(service.origin, code, 'Ada');
  await expect(viewer.heading('The connection could not be verified')).toBeVisible();
  await expect(presenter.asking('Ada')).toBeHidden();
  await expect(viewer.video).toHaveCount(0);
  expect(await viewer.receivedMediaBytes()).toBe(0);
});

test('everyone with the link gets in once the presenter said so, and not before', async ({
  service,
  stamp,
  presenter,
  openViewer,
}) => {
  const { code } = await presenter.share();
  const ada = await openViewer();
  await ada.join(service.origin, code, 'Ada');
  await expect(presenter.asking('Ada')).toBeVisible();
  await presenter.letEveryoneIn();
  await ada.expectLivePicture(stamp.id);
  const bo = await openViewer();
  await bo.join(service.origin, code, 'Bo');
  await bo.expectLivePicture(stamp.id);

  await presenter.askAgain();
  const chae = await openViewer();
  await chae.join(service.origin, code, 'Chae');
  await expect(presenter.asking('Chae')).toBeVisible();
  await expect(chae.video).toHaveCount(0);
});

test('a blocked viewer is gone, and cannot ask again', async ({
  service,
  stamp,
  presenter,
  openViewer,
}) => {
  const { code } = await presenter.share();
  const viewer = await openViewer();
  await viewer.join(service.origin, code, 'Ada');
  await expect(presenter.page.getByText('Chrome on Linux')).toBeVisible();
  await presenter.allow();
  await viewer.expectLivePicture(stamp.id);
  await presenter.block('Ada');
  await expect(viewer.heading('You were removed')).toBeVisible();
  await viewer.page.getByRole('button', { name: 'Ask again' }).click();
  await expect(viewer.heading('Nobody is sharing with this code')).toBeVisible();
  await expect(presenter.asking('Ada')).toHaveCount(0);
});

test('a share makes no request to anybody but its own server, and breaks no policy', async ({
  service,
  stamp,
  presenter,
  openViewer,
}) => {
  const viewer = await openViewer();
  const foreign: string[] = [];
  const violations: string[] = [];
  const { host } = new URL(service.origin);
  for (const { page } of [presenter, viewer]) {
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (!['data:', 'blob:'].includes(url.protocol) && url.host !== host) foreign.push(url.href);
    });
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== host) foreign.push(socket.url());
    });
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
    });
  }
  await presenter.page.reload();
  const { link } = await presenter.share();
  await viewer.page.goto(link);
  await presenter.allow();
  await viewer.expectLivePicture(stamp.id);
  await viewer.words();
  await presenter.wordsFor('Guest');
  await presenter.stop();
  await expect(viewer.heading('The share is over')).toBeVisible();
  expect(foreign).toEqual([]);
  expect(violations).toEqual([]);
});
