import type { en } from './en.ts';

type SameShape<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameShape<T[K]> };

/** What every language must provide: the keys of English, with any wording. */
export type Texts = SameShape<typeof en>;
