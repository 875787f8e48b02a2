type LevelConfusionProps = {
  /** Of which criterion: said, but not shown where it stands above. */
  of: string;
  caption: string;
  /** What the rows and the columns are. */
  down: string;
  across: string;
  counts: readonly (readonly number[])[];
  /** What is down is never above what is across. */
  isHalf?: boolean;
};

const scale = [0, 1, 2, 3, 4];

function classOf(apart: number, count: number): string | undefined {
  if (count === 0) return "none";
  if (apart === 0) return "agrees";
  return apart >= 2 ? "far" : undefined;
}

/** Counts of levels 0 to 4: equal ones on the diagonal, two or more apart tinted. */
export function LevelConfusion({ of, caption, down, across, counts, isHalf = false }: LevelConfusionProps) {
  return (
    <table className="ledger level-confusion">
      <caption>
        <span className="visually-hidden">{of}: </span>
        {caption}{" "}
        <span className="muted">
          {down} down, {across} across
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Level</span>
          </th>
          {scale.map((level) => (
            <th key={level} scope="col">
              {level}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {scale.map((row) => (
          <tr key={row}>
            <th scope="row">{row}</th>
            {scale.map((column) => {
              if (isHalf && column < row)
                return (
                  <td key={column} className="none">
                    –
                  </td>
                );
              const count = counts[row]?.[column] ?? 0;
              return (
                <td key={column} className={classOf(Math.abs(row - column), count)}>
                  {count}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
