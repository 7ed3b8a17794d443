import { describe, expect, it } from 'vitest';
import type { RoomCode } from '../../signaling/room-code.ts';
import { joinRouteOf } from './join-route.ts';

const code = 'ABCDE12345' as RoomCode;
const page = { kind: 'browser', origin: 'https://one.example' } as const;
const app = { kind: 'desktop', origin: 'file://' } as const;

describe('joinRouteOf', () => {
  it('joins a code alone where the bridge says', () => {
    expect(joinRouteOf({ kind: 'code', code }, page)).toEqual({
      kind: 'join',
      code,
      socketUrl: null,
    });
  });

  it('joins a link to this very server', () => {
    expect(joinRouteOf({ kind: 'link', code, origin: page.origin }, page)).toEqual({
      kind: 'join',
      code,
      socketUrl: 'wss://one.example/ws',
    });
  });

  it('opens a link to another server there, in a browser', () => {
    expect(joinRouteOf({ kind: 'link', code, origin: 'https://two.example' }, page)).toEqual({
      kind: 'open-page',
      url: 'https://two.example/j#ABCDE-12345',
    });
  });

  it('joins a link to any server in the app', () => {
    expect(joinRouteOf({ kind: 'link', code, origin: 'http://10.0.0.7:4180' }, app)).toEqual({
      kind: 'join',
      code,
      socketUrl: 'ws://10.0.0.7:4180/ws',
    });
  });
});
