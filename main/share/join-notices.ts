import type { Notification } from 'electron';
import type { Asker } from '../../preload/share.ts';
import type { Say } from '../../renderer/i18n/say.ts';
import { oneLine } from './one-line.ts';

const NAME_LENGTH = 32;

export type JoinNoticeDeps = {
  readonly Notification: typeof Notification;
  /** Whether the system shows buttons on notifications. */
  readonly canAct: boolean;
};

export type JoinNoticeOutlets = {
  allow(peerId: string): void;
  deny(peerId: string): void;
  /** Brings the window to whoever asks. */
  open(): void;
};

/**
 * Tells of everybody who asks to join while the window is not looked at: once each, until the
 * question is answered, the person has left, or the window is looked at.
 */
export function createJoinNotices(deps: JoinNoticeDeps, outlets: JoinNoticeOutlets) {
  /** Everybody who asks right now; without a notice once the request has been seen. */
  const known = new Map<string, { notice: Notification | undefined }>();

  const tell = ({ peerId, name }: Asker, say: Say): Notification | undefined => {
    if (!deps.Notification.isSupported()) return undefined;
    const who = oneLine(name, NAME_LENGTH);
    const notice = new deps.Notification({
      title: who ? say('whileSharing.join.title', { name: who }) : say('whileSharing.join.unnamed'),
      body: deps.canAct
        ? say('whileSharing.join.answer')
        : `${say('whileSharing.join.answer')} ${say('whileSharing.join.click')}`,
      ...(deps.canAct && {
        actions: [
          { type: 'button' as const, text: say('whileSharing.join.allow') },
          { type: 'button' as const, text: say('whileSharing.join.deny') },
        ],
      }),
    });
    notice.on('click', outlets.open);
    notice.on('action', ({ actionIndex }) => {
      if (actionIndex === 0) outlets.allow(peerId);
      if (actionIndex === 1) outlets.deny(peerId);
    });
    notice.show();
    return notice;
  };

  const update = (asking: readonly Asker[], isAttended: boolean, say: Say) => {
    const ids = new Set(asking.map(({ peerId }) => peerId));
    for (const [peerId, { notice }] of known) {
      if (!ids.has(peerId) || isAttended) notice?.close();
      if (!ids.has(peerId)) known.delete(peerId);
      else if (isAttended) known.set(peerId, { notice: undefined });
    }
    for (const asker of asking) {
      if (known.has(asker.peerId)) continue;
      known.set(asker.peerId, { notice: isAttended ? undefined : tell(asker, say) });
    }
  };
  return {
    update,
    close() {
      for (const { notice } of known.values()) notice?.close();
      known.clear();
    },
  };
}
