import { whileSharing as en } from './en-while-sharing.ts';
import { whileSharing as ko } from './ko-while-sharing.ts';
import type { Language } from './language.ts';

const texts = { en: { whileSharing: en }, ko: { whileSharing: ko } };

type Leaves<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Leaves<Tree[Key]>}`;
}[keyof Tree & string];

export type Say = (
  key: Leaves<typeof texts.en>,
  values?: Readonly<Record<string, string | number>>,
) => string;

type Tree = { readonly [key: string]: string | Tree };

/** Texts for those who show a few and no page: the main process and the control bar. */
export function createSay(language: Language): Say {
  return (key, values = {}) => {
    let found: string | Tree | undefined = texts[language];
    for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
    const text = typeof found === 'string' ? found : key;
    return text.replace(/\{\{(\w+)\}\}/g, (hole, name: string) => String(values[name] ?? hole));
  };
}
