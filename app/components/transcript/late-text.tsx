import type { LateText as Late } from "#app/domain/interview/draft.ts";
import { paragraphsOf } from "./turns.ts";
import "./transcript.css";

/** What came in after time was up: kept for its author, no part of the interview. */
export function LateText({ late: { text, diagram } }: { late: Late }) {
  return (
    <section className="late-text" aria-labelledby="late-title">
      <h3 className="label" id="late-title">
        Arrived after time, not graded
      </h3>
      <div className="prose">
        {paragraphsOf(text).map((paragraph, at) => (
          <p key={at}>{paragraph}</p>
        ))}
      </div>
      {diagram === "" ? null : <pre className="code">{diagram}</pre>}
    </section>
  );
}
