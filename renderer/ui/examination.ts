import type { PresenterState } from '../connection/presenter-state.ts';
import type { ViewerState } from '../connection/viewer-state.ts';
import type { Examination } from '../doctor/doctor.ts';
import type { JourneyState } from './journey.ts';

type Ends = { readonly presenter: PresenterState; readonly viewer: ViewerState };

/**
 * What to find out from where a person is; `undefined` where something is still going on.
 * @param lastSocketUrl server of the last share or view; `null` for the own one
 */
export function examinationOf(
  journey: JourneyState,
  { presenter, viewer }: Ends,
  lastSocketUrl: string | null,
): Examination | undefined {
  switch (journey.name) {
    case 'home':
      return { purpose: null, socketUrl: null, wasCaptureRefused: false };
    case 'refused': {
      const wasCaptureRefused = journey.reason === 'capture-refused';
      return { purpose: journey.role, socketUrl: lastSocketUrl, wasCaptureRefused };
    }
    case 'sharing':
      if (presenter.name !== 'closed') return undefined;
      return { purpose: 'presenter', socketUrl: lastSocketUrl, wasCaptureRefused: false };
    case 'watching':
      if (viewer.name !== 'closed') return undefined;
      return { purpose: 'viewer', socketUrl: lastSocketUrl, wasCaptureRefused: false };
    default:
      return undefined;
  }
}
