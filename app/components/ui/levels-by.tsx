import type { ReactNode } from "react";
import { LevelRuler } from "./level-ruler.tsx";

export type LevelBy = { by: string; level: number | null; /** Said in place of a level. */ instead?: ReactNode };

/** Levels of one criterion by different readers, one below the other. */
export function LevelsBy({ levels }: { levels: readonly LevelBy[] }) {
  return (
    <dl className="levels-by small">
      {levels.map(({ by, level, instead }) => (
        <div key={by}>
          <dt>{by}</dt>
          <dd>{level === null ? instead : <LevelRuler level={level} />}</dd>
        </div>
      ))}
    </dl>
  );
}
