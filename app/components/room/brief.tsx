import { Markdown } from "#app/components/content/markdown.tsx";
import { factValue } from "#app/components/library/scenario-facts.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { SourceNote } from "#app/components/ui/source-note.tsx";
import type { RoomAssessment, RoomView } from "./room-view.ts";

/** The situation, beside the conversation for as long as it lasts. */
export function Brief({
  room,
}: {
  room: Pick<RoomView, "kind" | "brief" | "facts" | "newerVersion" | "organisation" | "assessment">;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a pane that scrolls is reached by keyboard
    <section className="room-brief" id="brief" aria-labelledby="brief-title" tabIndex={0}>
      <h2 className="label" id="brief-title">
        The brief
      </h2>
      {room.assessment ? <SetBy assessment={room.assessment} /> : null}
      {room.organisation ? (
        <p className="tiny muted">
          A scenario of {room.organisation}: its instructors, reviewers and admins can read this interview and its
          scorecard.
        </p>
      ) : null}
      {room.newerVersion ? (
        <p className="tiny muted">
          This situation has been revised since you began. You go on with the version you started with.
        </p>
      ) : null}
      <Markdown blocks={room.brief} />
      <DefinitionList
        items={room.facts.map((fact) => ({
          term: fact.label,
          value: <span className="num">{factValue(fact)}</span>,
          note: fact.source ? <SourceNote source={fact.source} /> : undefined,
        }))}
      />
      <p className="tiny muted">
        {room.kind === "code-reading"
          ? "What matters is in the code. What it leaves open is yours to assume."
          : "Not everything is in the brief. What you ask for, you may be told."}
      </p>
    </section>
  );
}

/** Whose it is, and that it is recorded. */
function SetBy({ assessment: { name, organisation, part } }: { assessment: RoomAssessment }) {
  return (
    <p className="tiny muted">
      {part === null
        ? `A warm-up for ${name} of ${organisation}. Nothing of it is read or scored.`
        : `${name}, an assessment of ${organisation}. What you send is recorded, with its time and how much of it was pasted.`}
    </p>
  );
}
