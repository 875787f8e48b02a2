import { ApproachMark } from "#app/components/ui/approach.tsx";
import { SourceNote } from "#app/components/ui/source-note.tsx";
import { approaches, type Approach } from "#app/domain/scenarios/approach.ts";
import type { Position } from "#app/domain/scenarios/schema.ts";

export const strengthName: Record<Position["strength"], string> = {
  best: "Holds best here",
  defensible: "Can be defended",
  weak: "Weak here",
};

/** Every approach with the condition that selects it. Never before the end. */
export function Positions({ positions, taken, bestAfterTwist }: Omit<PositionListProps, "takenWords">) {
  return (
    <section className="part positions" aria-labelledby="positions-title">
      <h2 id="positions-title">What could be defended, and when</h2>
      <PositionList
        positions={positions}
        taken={taken}
        takenWords="what you argued for"
        bestAfterTwist={bestAfterTwist}
      />
      <p className="small muted">
        {taken === null
          ? "Which one you argued for could not be read from your words. "
          : "Which one you argued for is read from your words by code. "}
        It changes no points: reasons are graded, never the label.
      </p>
    </section>
  );
}

type PositionListProps = {
  positions: readonly Position[];
  taken: Approach | null;
  takenWords: string;
  /** What holds best once the situation has changed, where that is another approach. */
  bestAfterTwist: Approach | null;
};

/** In the order that is always the same. */
export function PositionList({ positions, taken, takenWords, bestAfterTwist }: PositionListProps) {
  const inOrder = approaches.flatMap((approach) => positions.filter((position) => position.approach === approach));
  return (
    <ul>
      {inOrder.map((position) => (
        <li key={position.approach}>
          <div className="position-name">
            <ApproachMark approach={position.approach} chip />
            <span className="small medium">{strengthName[position.strength]}</span>
            {position.approach === bestAfterTwist ? <span className="small muted">best after the change</span> : null}
            {position.approach === taken ? <span className="small muted">{takenWords}</span> : null}
          </div>
          <p className="position-when">{position.when}</p>
          <p className="position-sources">
            {(position.sources ?? []).map((source) => (
              <SourceNote key={source} source={source} />
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}
