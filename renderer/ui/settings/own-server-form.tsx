import { CircleAlert } from 'lucide-react';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnIceServer } from '../../../preload/settings.ts';
import { SETTINGS_LIMITS } from '../../../preload/settings-schema.ts';
import {
  isRelayUrl,
  readServerDraft,
  type ServerDraftProblem,
  type ServerField,
} from './own-server-draft.ts';

type Props = {
  readonly server: OwnIceServer;
  readonly others: readonly OwnIceServer[];
  readonly onTake: (server: OwnIceServer) => void;
  readonly onCancel: () => void;
};

export function OwnServerForm({ server, others, onTake, onCancel }: Props) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(server);
  const [problem, setProblem] = useState<ServerDraftProblem | null>(null);
  const focus = (field: ServerField) =>
    form.current?.querySelector<HTMLInputElement>(`[name=${field}]`)?.focus();
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readServerDraft(draft, others);
    if (read.kind === 'server') return onTake(read.server);
    setProblem(read.problem);
    focus(read.problem.field);
  };
  const field = (name: ServerField, type: 'text' | 'password') => (
    <DraftField
      name={name}
      type={type}
      value={draft[name]}
      error={problem?.field === name ? t(errorKeyOf(problem)) : null}
      onType={(value) => {
        setDraft({ ...draft, [name]: value });
        setProblem(null);
      }}
    />
  );

  return (
    <form ref={form} className="own-server-form" noValidate onSubmit={submit}>
      {field('url', 'text')}
      {isRelayUrl(draft.url) && (
        <>
          {field('username', 'text')}
          {field('credential', 'password')}
        </>
      )}
      <div className="own-server-actions">
        <button type="submit" className="button">
          {t(server.url === '' ? 'preferences.ice.take' : 'preferences.ice.change')}
        </button>
        <button type="button" className="button button-quiet" onClick={onCancel}>
          {t('preferences.ice.cancel')}
        </button>
      </div>
    </form>
  );
}

const errorKeyOf = (problem: ServerDraftProblem) =>
  problem.field === 'url'
    ? (`preferences.ice.urlProblem.${problem.problem}` as const)
    : (`preferences.ice.missing.${problem.field}` as const);

function DraftField(props: {
  readonly name: ServerField;
  readonly type: 'text' | 'password';
  readonly value: string;
  readonly error: string | null;
  readonly onType: (value: string) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const { name, error } = props;
  return (
    <div className="field">
      <label htmlFor={id}>{t(`preferences.ice.field.${name}`)}</label>
      <input
        id={id}
        name={name}
        type={props.type}
        className="input"
        value={props.value}
        maxLength={SETTINGS_LIMITS.iceText}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={error !== null}
        aria-describedby={`${id}-note`}
        onChange={({ currentTarget }) => props.onType(currentTarget.value)}
      />
      <p id={`${id}-note`} className={error === null ? 'field-hint' : 'field-error'}>
        {error !== null && <CircleAlert aria-hidden="true" />}
        {error ?? (name === 'url' ? t('preferences.ice.urlHint') : null)}
      </p>
    </div>
  );
}
