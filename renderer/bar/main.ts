import { BAR_API_KEY, type BarApi, type BarView } from '../../preload/share.ts';
import { createSay } from '../i18n/say.ts';
import { elapsedText } from './elapsed.ts';
import './bar.css';

declare global {
  interface Window {
    readonly [BAR_API_KEY]?: BarApi;
  }
}

const TICK_MS = 1_000;

const part = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`bar.html has no #${id}`);
  return element;
};

function name(id: string, text: string): void {
  part(id).setAttribute('aria-label', text);
  part(id).title = text;
}

function show(view: BarView): void {
  const say = createSay(view.language);
  const isPaused = view.pauseReason !== null;
  document.documentElement.lang = view.language;
  document.title = say('whileSharing.bar.title');
  document.body.className = isPaused ? 'is-paused' : 'is-sharing';
  part('bar').hidden = false;
  part('bar').setAttribute('aria-label', say('whileSharing.bar.label'));
  const state = say(`whileSharing.bar.${stateOf(view)}`);
  part('state').textContent = state;
  part('state').title = state;
  name('elapsed', say('whileSharing.bar.elapsed'));
  name('watching', say('whileSharing.bar.watching', { count: view.watching }));
  part('count').textContent = String(view.watching);
  part('pause-text').textContent = say(
    isPaused ? 'whileSharing.action.resume' : 'whileSharing.action.pause',
  );
  part('stop-text').textContent = say('whileSharing.bar.stop');
  name('stop', say('whileSharing.action.stop'));
  name('switch-source', say('whileSharing.bar.switch'));
  part('switch-source').hidden = !view.canSwitch;
  name(
    'open',
    view.asking > 0
      ? say('whileSharing.bar.asking', { count: view.asking })
      : say('whileSharing.action.open'),
  );
  part('asking').textContent = String(view.asking);
  part('asking').hidden = view.asking === 0;
  name('hide', say('whileSharing.bar.hide'));
  part('seen').textContent = say('whileSharing.bar.seen');
  part('seen').hidden = !view.isSeen;
}

function stateOf({ pauseReason }: BarView): 'sharing' | 'paused' | 'locked' | 'asleep' {
  if (pauseReason === null) return 'sharing';
  if (pauseReason === 'by-hand') return 'paused';
  return pauseReason === 'screen-locked' ? 'locked' : 'asleep';
}

function run(api: BarApi): void {
  let view: BarView | undefined;
  const tick = () => {
    if (view) part('elapsed').textContent = elapsedText(Date.now() - view.startedAtMs);
  };
  api.onView((next) => {
    view = next;
    show(next);
    tick();
  });
  setInterval(tick, TICK_MS);
  part('pause').onclick = () => void api.act(view?.pauseReason ? 'resume' : 'pause');
  for (const action of ['stop', 'switch-source', 'open', 'hide'] as const) {
    part(action).onclick = () => void api.act(action);
  }
  void api.act('ready');
}

// In a browser there is no bar, and this page shows nothing.
const api = window[BAR_API_KEY];
if (api) run(api);
