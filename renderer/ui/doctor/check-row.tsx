import { CircleAlert, CircleCheck, CircleDashed, Info } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Check, type Finding, verdictOf } from '../../doctor/findings.ts';
import { outcomeText, serverText } from './outcome-text.ts';

type Props = {
  readonly check: Check;
  /** `null` until it has found something. */
  readonly finding: Finding | null;
  readonly isRunning: boolean;
};

const icons = { good: CircleCheck, note: Info, bad: CircleAlert } as const;

export function CheckRow({ check, finding, isRunning }: Props) {
  const { t } = useTranslation();
  const verdict = finding && verdictOf(check, finding);
  const Icon = verdict && icons[verdict];
  const servers = finding?.servers ?? [];
  return (
    <li className={`check check-${verdict ?? 'open'}`} data-check={check}>
      {verdict === null && isRunning && <span className="spinner" aria-hidden="true" />}
      {verdict === null && !isRunning && <CircleDashed aria-hidden="true" />}
      {Icon && <Icon role="img" aria-label={t(`doctor.verdict.${verdict}`)} />}
      <div>
        <h3>{t(`doctor.name.${check}`)}</h3>
        {finding === null ? (
          <p className="quiet">{t(isRunning ? 'doctor.busy' : 'doctor.waiting')}</p>
        ) : (
          <p>{t(outcomeText(check, finding))}</p>
        )}
        {servers.length > 1 && (
          <ul className="check-servers">
            {servers.map(({ host, outcome }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one server can be asked at two ports
              <li key={place}>
                <bdi>{host}</bdi> – {t(serverText(outcome))}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
