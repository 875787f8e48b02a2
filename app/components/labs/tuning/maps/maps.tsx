import { mapOf } from "#app/domain/simulator/tuning/evaluation.ts";
import { districts, wantedDesk } from "#app/domain/simulator/tuning/tasks.ts";
import type { TuningResult } from "#app/domain/simulator/tuning/tuning-result.ts";
import { DecisionMap } from "./decision-map.tsx";
import { countMap, type MapCount } from "./map-shapes.ts";
import { shareWords } from "../tuning-words.ts";

const district = districts.first;
const wanted = mapOf((point) => wantedDesk(point, district));

type Shown = { name: string; answers: string; count: MapCount };

function shownOf({ answering, full, lora, inputs }: TuningResult): Shown[] {
  const maps = [
    { name: "What is wanted", answers: wanted },
    { name: "Before: the base", answers: answering[0]?.answers ?? wanted },
    { name: "After full fine-tuning", answers: full.answers },
    { name: `After an adapter of rank ${inputs.rank}`, answers: lora.answers },
  ];
  return maps.map((map) => ({ ...map, count: countMap(map.answers, wanted, district) }));
}

/** What each network answers all over the square: forgetting is a hatched ground outside the circle. */
export function Maps({ result }: { result: TuningResult }) {
  const shown = shownOf(result);
  return (
    <section className="part" aria-labelledby="maps">
      <h2 id="maps">Before and after, everywhere at once</h2>
      <p className="tuning-lead">
        Every place of the square is a message, every shade the desk that answers it. The customer’s messages lie inside
        the circle, and only there does the convention hold. Hatched ground is answered wrongly: outside the circle,
        that is what was forgotten.
      </p>
      <div className="decision-maps">
        {shown.map(({ name, answers, count }) => (
          <DecisionMap
            key={name}
            name={name}
            answers={answers}
            wanted={wanted}
            districts={[district]}
            label={`${name}: right at ${shareWords(count.inside)} of the circle and ${shareWords(count.outside)} of the ground outside.`}
          />
        ))}
      </div>
      <MapTable shown={shown} />
    </section>
  );
}

/** The maps in numbers. */
function MapTable({ shown }: { shown: readonly Shown[] }) {
  return (
    <table className="ledger folds tuning-table">
      <thead>
        <tr>
          <th scope="col">Share of the ground</th>
          <th scope="col" className="r">
            Right inside
          </th>
          <th scope="col" className="r">
            Right outside
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ name, count }) => (
          <tr key={name}>
            <th scope="row" className="lead-cell">
              {name}
            </th>
            <td className="r" data-label="Right inside">
              {shareWords(count.inside)}
            </td>
            <td className="r" data-label="Right outside">
              {shareWords(count.outside)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
