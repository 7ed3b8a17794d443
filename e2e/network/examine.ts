import type { Page } from '@playwright/test';
import { doctorOn } from '../support/doctor-page.ts';
import type { LabProgram } from './lab/lab-program.ts';
import type { IceSettings } from './lab/signaling-in.ts';
import { NO_PICTURE } from './route-figures.ts';
import { test as base, expect } from './topology.ts';

type Doctor = ReturnType<typeof doctorOn>;

/** What the connection check concludes in each kind of network, on the presenter's machine. */
export const test = base.extend<{ examine: (ice: IceSettings) => Promise<Doctor> }>({
  examine: async ({ networks: { lab, presenterSide, reset } }, use, { annotations }) => {
    annotations.push(NO_PICTURE);
    const opened: { service: LabProgram; page: Page }[] = [];
    await use(async (ice) => {
      const service = await lab.startSignaling(ice);
      const page = await presenterSide.browser.newPage();
      opened.push({ service, page });
      await page.goto(lab.origin);
      const doctor = doctorOn(page);
      await doctor.open();
      return doctor;
    });
    for (const { service, page } of opened) {
      await page.close();
      await service.close();
    }
    await reset();
  },
});

export { expect };
