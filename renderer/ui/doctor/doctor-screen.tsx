import { RotateCw } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourcePicker } from '../../bridge/bridge.ts';
import type { Doctor, Examination } from '../../doctor/doctor.ts';
import { checks } from '../../doctor/findings.ts';
import { useAnnouncement } from '../announcements.tsx';
import type { Journey } from '../journey.ts';
import { PageFrame } from '../page-frame.tsx';
import { CopyButton } from '../presenter/copy-button.tsx';
import { ScreenHeading } from '../screen-heading.tsx';
import { useStore } from '../use-store.ts';
import { CheckRow } from './check-row.tsx';
import { Conclusion } from './conclusion.tsx';

type Props = {
  readonly examination: Examination;
  readonly picker: SourcePicker;
  readonly journey: Journey;
  readonly doctor: Doctor;
};

export function DoctorScreen({ examination, picker, journey, doctor }: Props) {
  const { t } = useTranslation();
  const { findings, running, result } = useStore(doctor);
  const examine = useCallback(() => doctor.examine(examination), [doctor, examination]);
  useEffect(() => {
    examine();
    return doctor.stop;
  }, [examine, doctor]);
  useAnnouncement(
    result === null
      ? t('doctor.running')
      : `${t(`doctor.cause.${result.cause}.title`)}. ${t(`doctor.cause.${result.cause}.fix`)}`,
  );

  return (
    <PageFrame>
      <div className="doctor">
        <ScreenHeading screen="checking">{t('doctor.heading')}</ScreenHeading>
        <Conclusion cause={result?.cause ?? null} picker={picker} />
        <div className="doctor-actions">
          <button
            type="button"
            className="button"
            aria-disabled={result === null}
            onClick={() => result !== null && examine()}
          >
            <RotateCw aria-hidden="true" />
            {t('doctor.again')}
          </button>
          <button type="button" className="button" onClick={journey.home}>
            {t('next.home')}
          </button>
        </div>
        <section className="card" aria-labelledby="checks-heading">
          <h2 id="checks-heading">{t('doctor.list')}</h2>
          <ul className="checks">
            {checks.map((check) => (
              <CheckRow
                key={check}
                check={check}
                finding={findings[check] ?? null}
                isRunning={running.includes(check)}
              />
            ))}
          </ul>
          {result !== null && (
            <div className="doctor-report">
              <CopyButton text={result.report} label={t('doctor.copyReport')} />
              <p className="field-hint">{t('doctor.reportHint')}</p>
              <details>
                <summary>{t('doctor.showReport')}</summary>
                <pre data-testid="doctor-report" lang="en">
                  {result.report}
                </pre>
              </details>
            </div>
          )}
        </section>
      </div>
    </PageFrame>
  );
}
