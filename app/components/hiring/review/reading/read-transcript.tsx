import { memo, type ReactNode } from "react";
import { Markdown, type MarkdownPart } from "#app/components/content/markdown.tsx";
import { Diagram } from "#app/components/diagram/diagram.tsx";
import { reviewLabel } from "#app/components/review/review-words.ts";
import { TurnGroup } from "#app/components/transcript/turn-group.tsx";
import { CameLate, Pasted } from "#app/components/transcript/plain-facts.tsx";
import { groupTurns, paragraphsOf } from "#app/components/transcript/turns.ts";
import type { LateFact } from "#app/domain/interview/draft.ts";
import type { ReadTurn } from "../review-view.ts";
import type { Marked } from "./marked-paragraphs.ts";
import { MarkedWords, pickedId } from "./marked-words.tsx";

type ReadTranscriptProps = {
  brief: readonly MarkdownPart[];
  turns: readonly ReadTurn[];
  late: LateFact | null;
  marks: ReadonlyMap<number, readonly Marked[]>;
  /** The quote that is pointed at beside the transcript. */
  litId: string | null;
  onKey: (criterion: string) => void;
  /** What can be done with a drawing. */
  renderDrawingAction?: ((turn: ReadTurn) => ReactNode) | undefined;
};

const noMarks: readonly Marked[] = [];

/** What was asked and said, without a name, and in the candidate's words what was taken from them. */
export const ReadTranscript = memo(function ReadTranscript(props: ReadTranscriptProps) {
  const { brief, turns, late } = props;
  return (
    <>
      <details className="outline blind-brief">
        <summary>The brief</summary>
        <Markdown blocks={brief} />
      </details>
      {groupTurns(turns).map((group) => (
        <div key={group[0].seq} className="blind-turn">
          <TurnGroup group={group} label={reviewLabel(group)}>
            {(turn) => (
              <>
                <ReadWords turn={turn} {...props} />
                <Pasted turn={turn} />
              </>
            )}
          </TurnGroup>
        </div>
      ))}
      <CameLate late={late} />
    </>
  );
});

function ReadWords({ turn, marks, litId, onKey, renderDrawingAction }: { turn: ReadTurn } & ReadTranscriptProps) {
  const own = marks.get(turn.seq) ?? noMarks;
  if (turn.kind === "diagram") {
    return (
      <div data-drawing={turn.seq} data-picked={own.some(({ id }) => id === pickedId) || undefined}>
        <Diagram source={turn.text} label="The candidate’s diagram" caption={<DrawingQuotes marks={own} />} />
        {renderDrawingAction?.(turn)}
      </div>
    );
  }
  if (turn.speaker === "candidate") return <MarkedWords {...turn} marks={own} litId={litId} onKey={onKey} />;
  return paragraphsOf(turn.text).map((paragraph, at) => <p key={at}>{paragraph}</p>);
}

function DrawingQuotes({ marks }: { marks: readonly Marked[] }) {
  const keys = marks.filter(({ id }) => id !== pickedId).map(({ key }) => key);
  return keys.length === 0 ? null : <b>Taken as evidence for {keys.join(", ")}.</b>;
}
