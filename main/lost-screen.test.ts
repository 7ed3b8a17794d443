import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { watchCapturedScreen } from './lost-screen.ts';

function setUp() {
  const screen = new EventEmitter();
  const onLost = vi.fn();
  const captured = watchCapturedScreen(screen as never, onLost);
  const unplug = (id: number) => screen.emit('display-removed', {}, { id });
  return { captured, unplug, onLost };
}

describe('the captured screen', () => {
  it('is lost when it is unplugged, and lost once', () => {
    const { captured, unplug, onLost } = setUp();
    captured.capture({ display_id: '65' });
    unplug(64);
    expect(onLost).not.toHaveBeenCalled();
    unplug(65);
    unplug(65);
    expect(onLost).toHaveBeenCalledOnce();
  });

  it('is of no interest once a window is captured, or nothing', () => {
    const { captured, unplug, onLost } = setUp();
    captured.capture({ display_id: '65' });
    captured.capture({ display_id: '' });
    unplug(65);
    captured.capture({ display_id: '65' });
    captured.forget();
    unplug(65);
    unplug(Number(''));
    expect(onLost).not.toHaveBeenCalled();
  });
});
