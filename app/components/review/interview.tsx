import { Diagram } from "#app/components/diagram/diagram.tsx";
import { Markdown, type MarkdownPart } from "#app/components/content/markdown.tsx";
import { TurnGroup } from "#app/components/transcript/turn-group.tsx";
import { CameLate, Pasted } from "#app/components/transcript/plain-facts.tsx";
import { groupTurns, paragraphsOf, type TurnLike } from "#app/components/transcript/turns.ts";
import type { LateFact } from "#app/domain/interview/draft.ts";
import { reviewLabel } from "./review-words.ts";

export type InterviewView = {
  brief: readonly MarkdownPart[];
  transcript: readonly (TurnLike & { pasted?: number })[];
  late?: LateFact | null;
};

/** What was asked and said, to a reader who is not told by whom. */
export function Interview({ brief, transcript, late }: InterviewView) {
  return (
    <section aria-labelledby="review-transcript">
      <h2 className="label" id="review-transcript">
        Transcript
      </h2>
      <details className="outline review-brief" open>
        <summary>The brief</summary>
        <Markdown blocks={brief} />
      </details>
      {groupTurns(transcript).map((group) => (
        <TurnGroup key={group[0].seq} group={group} label={reviewLabel(group)}>
          {(turn) => (
            <>
              <Said turn={turn} />
              <Pasted turn={turn} />
            </>
          )}
        </TurnGroup>
      ))}
      <CameLate late={late} />
    </section>
  );
}

function Said({ turn }: { turn: TurnLike }) {
  if (turn.kind === "diagram") return <Diagram source={turn.text} label="The candidate’s diagram" />;
  return paragraphsOf(turn.text).map((paragraph, at) => <p key={at}>{paragraph}</p>);
}
