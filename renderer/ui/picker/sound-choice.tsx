import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceListing } from './listing.ts';

type Props = {
  readonly problem: Extract<SourceListing, { status: 'listed' }>['soundProblem'];
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
};

/** Also the computer's sound; greyed out with the reason where the system does not give it. */
export function SoundChoice({ problem, isOn, onSwitch }: Props) {
  const { t } = useTranslation();
  const noteId = useId();
  return (
    <div className="sound-choice">
      <label className="switch">
        <input
          type="checkbox"
          role="switch"
          checked={isOn && problem === null}
          aria-checked={isOn && problem === null}
          aria-disabled={problem !== null}
          aria-describedby={noteId}
          onChange={(event) => problem === null && onSwitch(event.currentTarget.checked)}
        />
        {t('picker.sound.share')}
      </label>
      <p id={noteId} className="quiet">
        {t(problem === null ? 'picker.sound.hint' : `picker.sound.problem.${problem}`)}
      </p>
    </div>
  );
}
