import type { ByteLines } from '../byte-line.ts';
import type { LinkConditions } from './link-conditions.ts';
import type { FinishedStill } from './outgoing-still.ts';
import { nextPatch, type PlannedPatch } from './patch-plan.ts';
import { createPatchSizes } from './patch-sizes.ts';
import type { ScreenState } from './screen-state.ts';
import { createStillSender } from './still-sender.ts';
import { bitmapOf } from './tile-bitmap.ts';
import { encodeTilePacket, parseTilePacket } from './tile-packet.ts';
import {
  createSentTiles,
  forgetChanged,
  noteReleased,
  type SentTiles,
  tilesToRelease,
} from './viewer-tiles.ts';

/** One viewer of a share, as far as tiles are concerned. */
export type TileViewer = {
  /** A packet that came from the viewer over the marks line. */
  take(packet: Uint8Array): void;
  /** Little or nothing waits on a line any more, or it has just opened. */
  onDrained(): void;
  /** What the link has carried of tiles while they filled it, in bits per second. */
  measuredBps(): number | null;
  close(): void;
};

/** What the share does with its viewers. */
export type OpenTileViewer = TileViewer & {
  /** The screen has changed, or time has passed. */
  advance(): void;
  /** Nothing of what was sent before this frame may be shown any more. */
  clear(frame: number): void;
};

/** The first frames of the video go first. */
const START_AFTER_MS = 600;
const CALM_AFTER_MS = 1_000;

export function openTileViewer(
  lines: Pick<ByteLines, 'tiles' | 'marks'>,
  conditions: () => LinkConditions,
  share: {
    /** `undefined` while there is nothing to send. */
    readonly screen: () => ScreenState | undefined;
    readonly canMatch: () => boolean;
    readonly write: (planned: PlannedPatch) => Promise<FinishedStill | null>;
    readonly onClosed: () => void;
  },
  now: () => number,
): OpenTileViewer {
  const openedAtMs = now();
  const sizes = createPatchSizes();
  const sender = createStillSender(lines.tiles, now);
  let announced: { generation: number; onMarks: boolean; onTiles: boolean } | undefined;
  let sent: SentTiles = createSentTiles(0);
  let isAsking = false;
  let isClosed = false;

  /** Both lines name the picture, for neither waits for the other. */
  const announce = ({ generation, grid }: ScreenState): boolean => {
    if (announced?.generation !== generation) {
      announced = { generation, onMarks: false, onTiles: false };
      sent = createSentTiles(grid.count);
      sender.drop();
    }
    const { width, height } = grid;
    const packet = encodeTilePacket({ kind: 'begin', generation, width, height });
    announced.onMarks ||= lines.marks.send(packet);
    announced.onTiles ||= announced.onMarks && sender.sendNow(packet);
    return announced.onTiles;
  };
  const release = ({ generation, grid, changedFrame }: ScreenState, tiles: readonly number[]) => {
    if (tiles.length === 0) return;
    const frame = Math.max(...tiles.map((tile) => changedFrame[tile] ?? 0));
    const bitmap = bitmapOf(grid.count, tiles);
    const packet = encodeTilePacket({ kind: 'release', generation, frame, bitmap });
    if (lines.marks.send(packet)) noteReleased(sent, tiles);
  };
  const ask = (screen: ScreenState, given: LinkConditions) => {
    if (isAsking || !sender.isFree()) return;
    const { isVideoResting } = given;
    if (!isVideoResting && now() - openedAtMs < START_AFTER_MS) return;
    const planned = nextPatch(screen, sent, {
      nowMs: now(),
      isVideoResting,
      hasRoomToSpare: now() - screen.lastMoveMs >= CALM_AFTER_MS,
      canMatch: share.canMatch(),
      mostTiles: sizes.mostTiles(sender.rateBps(screen, given)),
    });
    if (!planned) return;
    isAsking = true;
    void share.write(planned).then((still) => {
      isAsking = false;
      if (!still || isClosed) return;
      sizes.learn(planned.wanted, still);
      if (still.generation !== announced?.generation) return;
      sender.queue(still);
      advance();
    });
  };
  const advance = () => {
    const screen = share.screen();
    if (isClosed || !screen || !announce(screen)) return;
    const given = conditions();
    forgetChanged(sent, screen);
    // Without video an old tile is still better than what lies under it.
    if (!given.isVideoResting) release(screen, tilesToRelease(sent, screen));
    sender.advance(screen, sent, given);
    ask(screen, given);
  };

  return {
    advance,
    take(bytes) {
      const packet = parseTilePacket(bytes);
      if (isClosed || packet?.kind !== 'receipt') return;
      sender.receipt(packet.receivedBytes, conditions().isVideoResting);
      advance();
    },
    onDrained: advance,
    measuredBps: sender.measuredBps,
    clear(frame) {
      const generation = announced?.generation;
      announced = undefined;
      sender.drop();
      if (isClosed || generation === undefined) return;
      lines.marks.send(encodeTilePacket({ kind: 'clear', generation, frame }));
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      sender.drop();
      share.onClosed();
    },
  };
}
