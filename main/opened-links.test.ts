import { describe, expect, it, vi } from 'vitest';
import { claimLinks, createOpenedLinks } from './opened-links.ts';

const link = 'sightline://join/ABCDE-12345?server=https://share.example.org';
const invite = { status: 'invite', code: 'ABCDE12345', origin: 'https://share.example.org' };

describe('links that open the app', () => {
  it('wait for the page, and are taken once', () => {
    const onOpened = vi.fn();
    const links = createOpenedLinks(onOpened);
    expect(links.take()).toBeNull();
    links.openFrom(['/opt/Sightline', '--', link]);
    expect(onOpened).toHaveBeenCalledOnce();
    expect(links.take()).toEqual(invite);
    expect(links.take()).toBeNull();
  });

  it('give way to a newer one, a bad one included', () => {
    const links = createOpenedLinks(() => {});
    links.open(link);
    links.open('sightline://settings/');
    expect(links.take()).toEqual({ status: 'refused', problem: 'unknown-action' });
  });

  it('do not come from a start without one', () => {
    const onOpened = vi.fn();
    createOpenedLinks(onOpened).openFrom(['/opt/Sightline', '--no-sandbox']);
    expect(onOpened).not.toHaveBeenCalled();
  });
});

describe('claiming links', () => {
  it('is done where no package does it, and never for a run from source', () => {
    const claimed: unknown[][] = [];
    const app = (isPackaged: boolean) => ({
      isPackaged,
      setAsDefaultProtocolClient: (...args: unknown[]) => claimed.push(args) > 0,
    });
    claimLinks(app(true), 'darwin', '/Sightline');
    claimLinks(app(true), 'linux', '/sightline');
    claimLinks(app(false), 'win32', 'electron.exe');
    expect(claimed).toEqual([]);
    claimLinks(app(true), 'win32', 'Sightline.exe');
    expect(claimed, 'nothing of a link can become a switch').toEqual([
      ['sightline', 'Sightline.exe', ['--']],
    ]);
  });
});
