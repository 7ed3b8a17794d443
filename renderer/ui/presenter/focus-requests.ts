export const REQUESTS_HEADING = 'requests-heading';

/** Takes a person who was told that somebody asks to join to the place where that is answered. */
export function focusRequests(): void {
  document.querySelector<HTMLElement>(`.${REQUESTS_HEADING}`)?.focus();
}
