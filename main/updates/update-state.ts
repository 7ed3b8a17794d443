/** How far the app is with a newer version of itself. */
export type UpdateState =
  | { readonly name: 'resting' }
  | { readonly name: 'checking' }
  /** There is one, but a share runs: it is fetched afterwards. */
  | { readonly name: 'found'; readonly version: string }
  | { readonly name: 'downloading'; readonly version: string }
  | { readonly name: 'ready'; readonly version: string; readonly isPutOff: boolean }
  /** There is one that the person installs, the way this one was installed. */
  | { readonly name: 'elsewhere'; readonly version: string; readonly isPutOff: boolean }
  | { readonly name: 'restarting'; readonly version: string };

export type UpdateEvent =
  /** It is time to go on, as far as the conditions allow. */
  | { readonly name: 'due' }
  | { readonly name: 'checked'; readonly version: string | null }
  | { readonly name: 'downloaded' }
  | { readonly name: 'failed' }
  | { readonly name: 'later' }
  | { readonly name: 'restart' };

export type UpdateConditions = {
  readonly isEnabled: boolean;
  readonly isSharing: boolean;
  /** Whether the app may replace itself, or only say that there is something newer. */
  readonly isSelfUpdating: boolean;
};

export const RESTING: UpdateState = { name: 'resting' };

/** An event without a meaning in a state leaves it unchanged. */
export function nextUpdateState(
  state: UpdateState,
  event: UpdateEvent,
  conditions: UpdateConditions,
): UpdateState {
  if (state.name === 'restarting') return event.name === 'failed' ? RESTING : state;
  if (!conditions.isEnabled) return RESTING;
  switch (event.name) {
    case 'due':
      return afterDue(state, conditions);
    case 'checked':
      return state.name === 'checking' ? afterCheck(event.version, conditions) : state;
    case 'downloaded':
      return state.name === 'downloading' ? { ...state, name: 'ready', isPutOff: false } : state;
    case 'failed':
      return state.name === 'checking' || state.name === 'downloading' ? RESTING : state;
    case 'later':
      return 'isPutOff' in state ? { ...state, isPutOff: true } : state;
    case 'restart':
      return state.name === 'ready' && !conditions.isSharing
        ? { name: 'restarting', version: state.version }
        : state;
    default:
      return event satisfies never;
  }
}

function afterDue(state: UpdateState, { isSharing }: UpdateConditions): UpdateState {
  if (isSharing) return state.name === 'downloading' ? { ...state, name: 'found' } : state;
  if (state.name === 'resting') return { name: 'checking' };
  if (state.name === 'found') return { ...state, name: 'downloading' };
  return state;
}

function afterCheck(version: string | null, conditions: UpdateConditions): UpdateState {
  if (version === null) return RESTING;
  if (!conditions.isSelfUpdating) return { name: 'elsewhere', version, isPutOff: false };
  return { name: conditions.isSharing ? 'found' : 'downloading', version };
}
