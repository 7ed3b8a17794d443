import { lasting, test } from './running-share.ts';

test('the relay is killed and started again', async ({ networks: { lab }, share }) => {
  const running = await share({ by: 'relay' });
  await lab.coturn.kill();
  await lasting(3_000);
  await lab.coturn.restart();
  await running.expectUnharmed();
});

test('the relay’s credentials have expired when a new way is needed', async ({
  networks: { lab },
  share,
}) => {
  const turnLifetimeMs = 10_000;
  const running = await share({ by: 'relay', turnLifetimeMs });
  // Nobody can fetch new ones, and the running picture needs none.
  await running.service.kill();
  await running.expectPictureThroughout(turnLifetimeMs * 1.5);
  await lab.coturn.restart();
  await running.service.restart();
  await running.expectUnharmed();
});
