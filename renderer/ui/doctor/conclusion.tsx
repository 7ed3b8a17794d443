import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SourcePicker } from '../../bridge/bridge.ts';
import { type Cause, causes } from '../../doctor/diagnosis.ts';

type Props = {
  /** `null` while the checks are running. */
  readonly cause: Cause | null;
  readonly picker: SourcePicker;
};

const icons = {
  good: <CircleCheck aria-hidden="true" />,
  note: <Info aria-hidden="true" />,
  bad: <CircleAlert aria-hidden="true" />,
} as const;

/** The one cause and the one thing to do. */
export function Conclusion({ cause, picker }: Props) {
  const { t } = useTranslation();
  if (cause === null) {
    return (
      <section className="card conclusion" aria-busy="true">
        <span className="spinner" aria-hidden="true" />
        <div>
          <h2>{t('doctor.running')}</h2>
          <p>{t('doctor.runningHint')}</p>
        </div>
      </section>
    );
  }
  return (
    <section
      className={`card conclusion conclusion-${causes[cause]}`}
      aria-labelledby="conclusion-heading"
    >
      {icons[causes[cause]]}
      <div>
        <h2 id="conclusion-heading" data-testid="doctor-cause" data-cause={cause}>
          {t(`doctor.cause.${cause}.title`)}
        </h2>
        <p>{t(`doctor.cause.${cause}.text`)}</p>
        <h3>{t('doctor.whatToDo')}</h3>
        <p>{t(`doctor.cause.${cause}.fix`)}</p>
        {cause === 'capture-refused' && picker.kind === 'gallery' && (
          <button
            type="button"
            className="button"
            onClick={() => void picker.openCaptureSettings()}
          >
            {t('picker.refused.open')}
          </button>
        )}
      </div>
    </section>
  );
}
