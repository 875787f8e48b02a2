const width = 104;
const xOf = (level: number) => (level / 4) * (width - 1) + 0.5;

/** Five ticks and a dot. A level between two ticks (a mean over attempts) is said to one decimal; null is not a zero. */
export function LevelRuler({ level }: { level: number | null }) {
  return (
    <span className="level-ruler">
      <svg viewBox={`0 0 ${width} 12`} aria-hidden="true">
        <path className="tick" d={`M.5 1v10M${xOf(1)} 3v6M${xOf(2)} 3v6M${xOf(3)} 3v6M${xOf(4)} 1v10M0 6h${width}`} />
        {level === null ? null : (
          <>
            <path className="reached" d={`M0 6h${xOf(level)}`} />
            <circle className="dot" cx={xOf(level)} cy="6" r="4.5" />
          </>
        )}
      </svg>
      {levelWords(level)}
    </span>
  );
}

export function levelWords(level: number | null): string {
  if (level === null) return "No level yet";
  return `Level ${Number.isInteger(level) ? level : level.toFixed(1)} of 4`;
}
