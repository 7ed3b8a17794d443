import { describe, expect, it } from 'vitest';
import type { SourceListing } from '../../preload/source.ts';
import type { SourcePicker } from '../bridge/bridge.ts';
import { type CaptureSurroundings, findCapture } from './capture-finding.ts';

const signal = new AbortController().signal;
const browser: CaptureSurroundings = {
  picker: { kind: 'system' },
  isSecurePage: true,
  hasScreenCapture: true,
  wasRefused: false,
};

function gallery(listing: SourceListing, isAtOnce: boolean) {
  let watching = 0;
  const picker: SourcePicker = {
    kind: 'gallery',
    watchSources(onChange) {
      watching += 1;
      if (isAtOnce) onChange(listing);
      else queueMicrotask(() => onChange(listing));
      return () => {
        watching -= 1;
      };
    },
    chooseSource: async () => {},
    askScreenAccess: async () => {},
    openCaptureSettings: async () => {},
  };
  return { picker, watching: () => watching };
}

describe('screen capture', () => {
  it.each([
    ['possible', {}],
    ['not-secure', { isSecurePage: false, hasScreenCapture: false }],
    ['missing', { hasScreenCapture: false }],
    ['refused-before', { wasRefused: true }],
  ] as const)('is %s in a browser', async (outcome, change) => {
    expect(await findCapture({ ...browser, ...change }, signal)).toEqual({ outcome });
  });

  it.each([
    ['possible', { status: 'listed', sources: [], soundProblem: null }],
    ['possible', { status: 'system-picker', picker: 'portal', sourceId: 'system-picker' }],
    ['possible', { status: 'not-asked' }],
    ['refused-by-system', { status: 'refused-by-system' }],
    ['unknown', { status: 'failed' }],
  ] as const)('is %s in the app, which goes on watching no sources', async (outcome, listing) => {
    for (const isAtOnce of [true, false]) {
      const { picker, watching } = gallery(listing, isAtOnce);
      expect(await findCapture({ ...browser, picker }, signal)).toEqual({ outcome });
      expect(watching()).toBe(0);
    }
  });
});
