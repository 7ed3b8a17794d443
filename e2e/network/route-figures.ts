import type { Routes } from './link-route.ts';

/** What a journey tells the reporter about one picture that arrived. */
export type Figures = {
  readonly isDirectPossible: boolean;
  readonly isRelayed: boolean;
  readonly routes: Routes;
};

const KIND = 'route';

/** Marks a test in which no picture is to arrive, so that it is not counted among those. */
export const NO_PICTURE = { type: 'no-picture' } as const;

type Annotation = { type: string; description?: string };

/** The figures as something Playwright carries from a test to a reporter. */
export const routeAnnotation = (figures: Figures): Annotation => ({
  type: KIND,
  description: JSON.stringify(figures),
});

export const routeFigures = (annotations: readonly Annotation[]): Figures[] =>
  annotations
    .filter(({ type }) => type === KIND)
    .map(({ description = '{}' }) => JSON.parse(description));
