import { type FocusEvent, type FormEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanDisplayName, DISPLAY_NAME_LENGTH } from '../../connection/greeting.ts';
import { useAnnouncement } from '../announcements.tsx';
import type { JoinProblem, Journey } from '../journey.ts';
import { useSettings } from '../settings/settings-context.tsx';
import { TextField } from './text-field.tsx';

type Props = {
  readonly problem: JoinProblem | null;
  readonly journey: Journey;
};

export function JoinForm({ problem, journey }: Props) {
  const { t } = useTranslation();
  const { settings, change } = useSettings();
  const codeField = useRef<HTMLInputElement>(null);
  const error = problem && t(`home.problem.${problem}`);
  useAnnouncement(error);
  useEffect(() => {
    if (problem) codeField.current?.focus();
  }, [problem]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const name = cleanDisplayName(String(fields.get('name')));
    change({ name });
    journey.joinText(String(fields.get('code')), name || t('app.defaultName'));
    codeField.current?.focus();
  };

  /** Also for whoever asks somebody nearby, without sending this form. */
  const keepName = ({ target }: FocusEvent<HTMLFormElement>) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'name') return;
    change({ name: cleanDisplayName(target.value) });
  };

  return (
    <form className="join-form" noValidate onSubmit={submit} onBlur={keepName}>
      <TextField
        name="code"
        label={t('home.codeField')}
        hint={t('home.codeHint')}
        error={error}
        input={codeField}
        isCode
        onType={() => journey.showProblem(null)}
      />
      <TextField
        // Changed in the settings, it is another one here too.
        key={settings.name}
        name="name"
        label={t('home.nameField')}
        hint={t('home.nameHint')}
        initialValue={settings.name}
        maxLength={DISPLAY_NAME_LENGTH}
      />
      <button type="submit" className="button button-large">
        {t('home.join')}
      </button>
    </form>
  );
}
