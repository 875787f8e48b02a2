import { Link } from "@remix-run/react";
import { SourceNote } from "#app/components/ui/source-note.tsx";
import type { PlantedView } from "#app/domain/retrieval/lab/lab-view.ts";
import { withChanges } from "../use-lab-state.ts";

type PlantedPartProps = {
  planted: PlantedView;
  question: string;
  params: URLSearchParams;
  /** Whether there is finding by meaning. */
  hasMeaning: boolean;
};

/** A planted failure: what was complained of, what would make it right, and, once it is, why. */
export function PlantedPart({ planted, question, params, hasMeaning }: PlantedPartProps) {
  const { name, symptom, look, goals, isTurned, isMended, hint, why, source, study } = planted;
  const hintHref = `?${withChanges(params, { hint: hint === null ? "1" : null }).toString()}`;
  return (
    <section className="planted" aria-labelledby="planted">
      <div>
        <h2 id="planted">{name}</h2>
        <p className="planted-question">“{question}”</p>
        <p className="serif">{symptom}</p>
        <p className="small ink-2">
          {look} The papers are those of an invented company. <SourceNote source={source} />
        </p>
        {hasMeaning ? null : (
          <p className="small ink-2">
            The failure is planted for a search with an embedding model. Without one it may not show, or not be mended.
          </p>
        )}
      </div>
      <div>
        <h3>It is mended when</h3>
        <ul className="planted-goals">
          {goals.map(({ says, isMet, found }) => (
            <li key={says} className={isMet ? "met" : undefined}>
              <span aria-hidden="true">{isMet ? "✓" : "○"}</span>
              <span>
                {says}{" "}
                <span className="muted">
                  {isMet ? "So it is" : "Not yet"}: {found}.
                </span>
              </span>
            </li>
          ))}
        </ul>
        <div role="status">
          {isMended && why !== null ? (
            <p className="planted-why">
              <b>Mended.</b> {why} <Link to={study}>Read on</Link>
            </p>
          ) : (
            <p className="small ink-2">
              {isTurned ? "Not mended yet. Read what the stages make of it." : "Nothing is turned yet."}
            </p>
          )}
        </div>
        {isMended ? null : (
          <p className="small">
            <Link to={hintHref} preventScrollReset replace>
              {hint === null ? "Show a hint" : "Hide the hint"}
            </Link>
            {hint === null ? null : <span className="planted-hint">{hint}</span>}
          </p>
        )}
      </div>
    </section>
  );
}
