import { CircleAlert, CircleCheck } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readServerAddress } from '../../../preload/server-address.ts';
import type { Bridge } from '../../bridge/bridge.ts';
import { type ServerStatus, useServerStatus } from './use-server-status.ts';

type Props = {
  readonly serverUrl: string | null;
  readonly checkServer: NonNullable<Bridge['checkServer']>;
  readonly onChange: (serverUrl: string | null) => void;
};

/** Taken when the field is left or Enter is pressed: half an address is nobody's server. */
export function ServerField({ serverUrl, checkServer, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? serverUrl ?? '';
  const status = useServerStatus(text, checkServer);
  const take = () => {
    if (typed === null) return;
    const origin = readServerAddress(typed) ?? null;
    // What is no address stays in the field, with the reason below it.
    if (origin === null && typed.trim() !== '') return;
    setTyped(null);
    onChange(origin);
  };

  return (
    <div className="field">
      <label htmlFor={id}>{t('preferences.server.label')}</label>
      <input
        id={id}
        className="input"
        type="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder="https://share.example.org"
        value={text}
        aria-invalid={status.name === 'not-an-address'}
        aria-describedby={`${id}-status ${id}-hint`}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={take}
        onKeyDown={({ key }) => key === 'Enter' && take()}
      />
      <div id={`${id}-status`} role="status">
        <StatusText status={status} />
      </div>
      <p id={`${id}-hint`} className="field-hint">
        {t('preferences.server.hint')}
      </p>
    </div>
  );
}

function StatusText({ status }: { readonly status: ServerStatus }) {
  const { t } = useTranslation();
  switch (status.name) {
    case 'none':
      return null;
    case 'not-an-address':
      return <Problem text={t('preferences.server.notAnAddress')} />;
    case 'checking':
      return <p className="field-hint">{t('preferences.server.checking', { ...status })}</p>;
    case 'checked': {
      const { check, server } = status;
      if (check.outcome !== 'reached') {
        return <Problem text={t(`preferences.server.problem.${check.outcome}`, { server })} />;
      }
      const { version } = check;
      return (
        <p className="field-good">
          <CircleCheck aria-hidden="true" />
          {version === null
            ? t('preferences.server.reached', { server })
            : t('preferences.server.reachedVersion', { server, version })}
        </p>
      );
    }
    default:
      return status satisfies never;
  }
}

function Problem({ text }: { readonly text: string }) {
  return (
    <p className="field-error">
      <CircleAlert aria-hidden="true" />
      {text}
    </p>
  );
}
