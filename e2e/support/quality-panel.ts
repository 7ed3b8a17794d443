import { expect, type Page } from '@playwright/test';

/** The live quality panel of a page, by the names a screen reader would read. */
export function qualityOn(page: Page, name = 'How the picture fares') {
  const button = page.getByRole('button', { name, exact: true });
  const fact = (term: string) =>
    page
      .locator('.quality-fact')
      .filter({ has: page.getByText(term, { exact: true }) })
      .getByRole('definition');
  const read = async (term: string) => (await fact(term).textContent()) ?? '';
  const delayMs = async () => Number(/^(\d+) ms/.exec(await read('Delay'))?.[1] ?? 0);
  const graph = page.getByRole('img', { name: 'The last minute.' });
  /** Every curve moves to the left once a second, whether its value changes or not. */
  const nextReading = async () => {
    const curve = graph.locator('path').first();
    const before = (await curve.getAttribute('d')) ?? '';
    await expect(curve).not.toHaveAttribute('d', before);
  };
  return {
    button,
    fact,
    delayMs,
    graph,
    async open() {
      await button.click();
      await expect(button).toHaveAttribute('aria-expanded', 'true');
    },
    /** Every delay the panel tells until `isOver` settles. */
    async delaysWhile(isOver: Promise<unknown>): Promise<number[]> {
      let isOn = true;
      const end = () => {
        isOn = false;
      };
      isOver.then(end, end);
      const told: number[] = [];
      while (isOn) {
        await nextReading();
        told.push(await delayMs());
      }
      return told;
    },
    /** The next data rates the panel tells, in bit/s. */
    async ratesOf(readings: number): Promise<number[]> {
      const told: number[] = [];
      while (told.length < readings) {
        await nextReading();
        const [, rate, unit] = /^([\d.,]+) ([kM])bit/.exec(await read('Data rate')) ?? [];
        told.push(Number(rate?.replace(',', '')) * (unit === 'M' ? 1_000_000 : 1_000));
      }
      return told;
    },
  };
}
