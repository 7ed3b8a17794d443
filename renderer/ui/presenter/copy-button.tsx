import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncer } from '../announcements.tsx';
import { copyText } from './copy-text.ts';

const SHOW_RESULT_MS = 2_500;

type Props = { readonly text: string; readonly label: string };

export function CopyButton({ text, label }: Props) {
  const { t } = useTranslation();
  const announce = useAnnouncer();
  const [result, setResult] = useState<'copied' | 'copyFailed' | null>(null);
  useEffect(() => {
    if (result !== 'copied') return;
    const timer = setTimeout(() => setResult(null), SHOW_RESULT_MS);
    return () => clearTimeout(timer);
  }, [result]);

  const copy = async () => {
    const outcome = (await copyText(text)) ? 'copied' : 'copyFailed';
    setResult(outcome);
    announce(t(`invite.${outcome}`));
  };
  return (
    <div className="copy">
      <button type="button" className="button" onClick={() => void copy()}>
        {result === 'copied' ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        {label}
      </button>
      {result !== null && (
        <span className="copy-result" aria-hidden="true">
          {t(`invite.${result}`)}
        </span>
      )}
    </div>
  );
}
