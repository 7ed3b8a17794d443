import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PathPolicy } from '../../peer/path-policy.ts';

const pathPolicies = ['any', 'lan-only', 'relay-only'] as const satisfies PathPolicy[];

type Props = {
  readonly policy: PathPolicy;
  readonly onChoose: (policy: PathPolicy) => void;
};

export function PathChoice({ policy, onChoose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset className="path-choice" aria-describedby={`${id}-scope`}>
      <legend>{t('settings.path')}</legend>
      {pathPolicies.map((choice) => (
        <label key={choice} className="path-option">
          <input
            type="radio"
            name={id}
            value={choice}
            checked={choice === policy}
            aria-labelledby={`${id}-${choice}`}
            aria-describedby={`${id}-${choice}-hint`}
            onChange={() => onChoose(choice)}
          />
          <span id={`${id}-${choice}`} className="path-option-name">
            {t(`settings.policy.${choice}`)}
          </span>
          <span id={`${id}-${choice}-hint`} className="path-option-hint">
            {t(`settings.policyHint.${choice}`)}
          </span>
        </label>
      ))}
      <p id={`${id}-scope`} className="field-hint">
        {t('settings.pathScope')}
      </p>
    </fieldset>
  );
}
