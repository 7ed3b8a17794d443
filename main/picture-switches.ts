import type { App } from 'electron';

/**
 * What only a whole program can set for its pictures, before it is ready: every outgoing frame asks
 * to be shown as soon as it is decoded, by whichever browser receives it (the playout-delay header
 * extension), and a screen may be captured as often as the page asks, also when that costs more
 * than half of a processor core.
 */
export function setPictureSwitches({ commandLine }: Pick<App, 'commandLine'>): void {
  commandLine.appendSwitch('force-fieldtrials', 'WebRTC-ForceSendPlayoutDelay/min_ms:0,max_ms:0/');
  commandLine.appendSwitch('webrtc-max-cpu-consumption-percentage', '100');
}
