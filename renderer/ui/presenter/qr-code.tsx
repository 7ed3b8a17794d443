import { encodeQR } from 'qr';
import { useMemo } from 'react';
import { outlineOf } from './qr-outline.ts';

export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const modules = useMemo(() => encodeQR(text, 'raw', { ecc: 'medium', border: 3 }), [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      className="qr"
      viewBox={`0 0 ${modules.length} ${modules.length}`}
    >
      <path d={outlineOf(modules)} />
    </svg>
  );
}
