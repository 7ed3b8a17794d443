import { CircleAlert } from 'lucide-react';
import { type RefObject, useId } from 'react';

type Props = {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly error?: string | null;
  readonly initialValue?: string;
  readonly maxLength?: number;
  /** Codes are neither corrected nor kept by the browser. */
  readonly isCode?: boolean;
  readonly input?: RefObject<HTMLInputElement | null>;
  readonly onType?: () => void;
};

export function TextField({ name, label, hint, error = null, isCode = false, ...field }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={field.input}
        name={name}
        type="text"
        className={isCode ? 'input input-code' : 'input'}
        defaultValue={field.initialValue}
        maxLength={field.maxLength}
        autoComplete={isCode ? 'off' : 'name'}
        autoCapitalize={isCode ? 'characters' : 'words'}
        autoCorrect="off"
        spellCheck={false}
        aria-invalid={error !== null}
        aria-describedby={`${id}-note`}
        onChange={field.onType}
      />
      <p id={`${id}-note`} className={error === null ? 'field-hint' : 'field-error'}>
        {error !== null && <CircleAlert aria-hidden="true" />}
        {error ?? hint}
      </p>
    </div>
  );
}
