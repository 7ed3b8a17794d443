/** One screen seen on two others. Decoration only. */
export function Sightlines() {
  return (
    <svg className="sightlines" viewBox="0 0 320 120" aria-hidden="true">
      <path className="sightlines-ray" d="M134 56 226 28M134 64 226 92" />
      <rect className="sightlines-own" x="14" y="14" width="120" height="80" rx="8" />
      <path className="sightlines-text" d="M30 34h48M30 48h72M42 62h44M30 76h28" />
      <path className="sightlines-stand" d="M54 106h40" />
      <rect className="sightlines-other" x="226" y="6" width="66" height="44" rx="6" />
      <path className="sightlines-text" d="M236 18h24M236 26h38M242 34h22" />
      <rect className="sightlines-other" x="226" y="70" width="66" height="44" rx="6" />
      <path className="sightlines-text" d="M236 82h24M236 90h38M242 98h22" />
    </svg>
  );
}
