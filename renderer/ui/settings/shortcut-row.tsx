import { CircleAlert } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShortcutName } from '../../../preload/settings.ts';
import { readPressedKeys } from './pressed-shortcut.ts';
import { useSettingsSurroundings } from './settings-context.tsx';
import { shortcutKeys } from './shortcut-keys.ts';

type Props = {
  readonly name: ShortcutName;
  readonly shortcut: string | null;
  /** What the other action has; one combination cannot do both. */
  readonly ofOther: string | null;
  readonly byDefault: string | null;
  /** Another program holds it. */
  readonly isTaken: boolean;
  readonly onChange: (shortcut: string | null) => void;
};
type Recording = 'off' | 'on' | 'unusable' | 'conflict';

export function ShortcutRow(props: Props) {
  const { name, shortcut, ofOther, byDefault, isTaken, onChange } = props;
  const { t } = useTranslation();
  const id = useId();
  const { isMac } = useSettingsSurroundings();
  const [recording, setRecording] = useState<Recording>('off');
  const isRecording = recording === 'on';
  const take = (next: string | null) => {
    if (next !== null && next === ofOther) return setRecording('conflict');
    setRecording('off');
    onChange(next);
  };
  const record = (event: KeyboardEvent) => {
    if (!isRecording) return;
    const pressed = readPressedKeys(event.nativeEvent, isMac);
    if (pressed.kind === 'leave') return;
    // Neither the button nor the dialog may take it for a press or for “close”.
    event.preventDefault();
    event.stopPropagation();
    if (pressed.kind === 'cancel') setRecording('off');
    if (pressed.kind === 'unusable') setRecording('unusable');
    if (pressed.kind === 'shortcut') take(pressed.shortcut);
  };
  const problem = problemOf(recording, isTaken && shortcut !== null);

  return (
    <fieldset className="shortcut">
      <legend id={`${id}-name`}>{t(`preferences.shortcut.${name}`)}</legend>
      <span className="shortcut-keys" data-testid={`shortcut-${name}`}>
        {shortcut === null
          ? t('preferences.shortcut.none')
          : shortcutKeys(shortcut, isMac).map((key) => <kbd key={key}>{key}</kbd>)}
      </span>
      <div className="shortcut-actions">
        <button
          type="button"
          className="button"
          aria-pressed={isRecording}
          aria-describedby={`${id}-name ${id}-problem`}
          onClick={() => setRecording(isRecording ? 'off' : 'on')}
          onKeyDown={record}
          onBlur={() => isRecording && setRecording('off')}
        >
          {t(isRecording ? 'preferences.shortcut.press' : 'preferences.shortcut.record')}
        </button>
        <button
          type="button"
          className="button button-quiet"
          aria-describedby={`${id}-name`}
          aria-disabled={shortcut === null}
          onClick={() => shortcut !== null && take(null)}
        >
          {t('preferences.shortcut.clear')}
        </button>
        <button
          type="button"
          className="button button-quiet"
          aria-describedby={`${id}-name`}
          aria-disabled={shortcut === byDefault}
          onClick={() => shortcut !== byDefault && take(byDefault)}
        >
          {t('preferences.shortcut.reset')}
        </button>
      </div>
      <div id={`${id}-problem`} role="status" className="shortcut-problem">
        {isRecording && <p className="field-hint">{t('preferences.shortcut.pressHint')}</p>}
        {problem !== null && (
          <p className="field-error">
            <CircleAlert aria-hidden="true" />
            {t(`preferences.shortcut.problem.${problem}`)}
          </p>
        )}
      </div>
    </fieldset>
  );
}

function problemOf(
  recording: Recording,
  isTaken: boolean,
): 'unusable' | 'conflict' | 'taken' | null {
  if (recording === 'unusable' || recording === 'conflict') return recording;
  return isTaken && recording === 'off' ? 'taken' : null;
}
