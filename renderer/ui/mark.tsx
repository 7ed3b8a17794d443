/** The app's sign: a line of sight that meets a screen. Decoration only. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect className="mark-ground" width="32" height="32" rx="7" />
      <path className="mark-line" d="M5 16h11M21 8v16" />
      <circle className="mark-line" cx="8.5" cy="16" r="3.5" />
    </svg>
  );
}
