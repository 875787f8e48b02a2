import { useId, useMemo } from "react";
import { mapSide } from "#app/domain/simulator/tuning/evaluation.ts";
import { deskCount, type District, type Point } from "#app/domain/simulator/tuning/tasks.ts";
import { deepestCell, pathOfCells } from "./map-shapes.ts";

type DecisionMapProps = {
  name: string;
  /** For who does not see it. */
  label: string;
  answers: string;
  /** What every cell should say; what says otherwise is hatched. */
  wanted?: string;
  districts: readonly District[];
};

const desks = Array.from({ length: deskCount }, (_, desk) => desk);
const onMap = ({ x, y }: Point): Point => ({ x: ((x + 1) * mapSide) / 2, y: ((1 - y) * mapSide) / 2 });
const percent = (at: number) => `${(100 * at) / mapSide}%`;

/** The square with the desk that answers at each place. Desks are shades with a number, a wrong answer is hatched. */
export function DecisionMap({ name, label, answers, wanted, districts }: DecisionMapProps) {
  const hatch = `wrong-${useId().replaceAll(":", "")}`;
  const shapes = useMemo(() => shapesOf(answers, wanted), [answers, wanted]);
  return (
    <figure className="decision-map">
      <figcaption>{name}</figcaption>
      <div>
        <svg viewBox={`0 0 ${mapSide} ${mapSide}`} role="img" aria-label={label}>
          <defs>
            <pattern id={hatch} width="1.6" height="1.6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path className="hatch" d="M0.8 0V1.6" />
            </pattern>
          </defs>
          {shapes.grounds.map((path, desk) => (
            <path key={desk} className={`desk desk-${desk}`} d={path} />
          ))}
          <path d={shapes.wrong} fill={`url(#${hatch})`} />
          {districts.map((district) => {
            const middle = onMap(district);
            const radius = (district.radius * mapSide) / 2;
            return <circle key={middle.x} className="district" cx={middle.x} cy={middle.y} r={radius} />;
          })}
        </svg>
        {shapes.names.map(({ desk, at }) => (
          <span key={desk} aria-hidden="true" style={{ left: percent(at.x), top: percent(at.y) }}>
            {desk + 1}
          </span>
        ))}
      </div>
    </figure>
  );
}

function shapesOf(answers: string, wanted = answers) {
  return {
    grounds: desks.map((desk) => pathOfCells((cell) => answers[cell] === String(desk))),
    wrong: pathOfCells((cell) => answers[cell] !== wanted[cell]),
    names: desks.flatMap((desk) => {
      const at = deepestCell(answers, desk);
      return at ? [{ desk, at }] : [];
    }),
  };
}
