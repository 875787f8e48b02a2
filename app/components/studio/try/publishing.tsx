import { Link } from "@remix-run/react";
import type { SampleView, TryView } from "#app/services/authoring/dry-run/get-try.server.ts";

type PublishingProps = { publishing: TryView["publishing"]; answers: readonly SampleView[]; path: string };

/** What publishing would say now, so that nobody meets it there for the first time. */
export function Publishing({ publishing, answers, path }: PublishingProps) {
  return (
    <section className="part" aria-labelledby="publishing">
      <h2 id="publishing">If you published it now</h2>
      {publishing === null ? (
        <NotKnown hasLabels={answers.some(({ state }) => state === "labelled")} />
      ) : (
        <Judged publishing={publishing} path={path} />
      )}
    </section>
  );
}

function NotKnown({ hasLabels }: { hasLabels: boolean }) {
  return (
    <p className="prose">
      {hasLabels
        ? "Have the offline grader read every labelled answer of the draft as it is now; then this says what publishing would."
        : "It would be refused: no answer is labelled yet. Label at least a weak and a strong one, and have the offline grader read them."}
    </p>
  );
}

function Judged({ publishing, path }: { publishing: NonNullable<TryView["publishing"]>; path: string }) {
  const { refusals, warnings } = publishing;
  if (refusals.length + warnings.length === 0) {
    return (
      <p className="prose">
        Nothing stands in the way: the labelled answers come out in the order of their labels.{" "}
        <Link to={`${path}/versions`}>Publish it</Link>
      </p>
    );
  }
  return (
    <>
      <Sentences title="It would be refused" sentences={refusals} />
      <Sentences title="It would warn" sentences={warnings} />
    </>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <div className="publishing-sentences">
      <h3>{title}</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
