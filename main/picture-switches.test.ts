import { expect, it } from 'vitest';
import { setPictureSwitches } from './picture-switches.ts';

it('has every outgoing frame shown without delay', () => {
  const switches = new Map<string, string | undefined>();
  const appendSwitch = (name: string, value?: string) => void switches.set(name, value);
  setPictureSwitches({ commandLine: { appendSwitch } as Electron.App['commandLine'] });
  expect(switches.get('force-fieldtrials')).toBe('WebRTC-ForceSendPlayoutDelay/min_ms:0,max_ms:0/');
});
