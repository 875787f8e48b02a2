import { Fragment } from "react";
import { Diagram } from "#app/components/diagram/diagram.tsx";
import { TurnGroup } from "#app/components/transcript/turn-group.tsx";
import { groupTurns, paragraphsOf } from "#app/components/transcript/turns.ts";
import { FeedbackNotes } from "./practice/feedback.tsx";
import type { AnswerFeedback, RoomTurn } from "./room-view.ts";

type TranscriptProps = { turns: readonly RoomTurn[]; feedback?: readonly AnswerFeedback[] };

const noFeedback: readonly AnswerFeedback[] = [];

/** Everything said so far but the question that stands, and below each answer what it showed. */
export function Transcript({ turns, feedback = noFeedback }: TranscriptProps) {
  return (
    <div className="transcript">
      {groupTurns(turns).map((group) => (
        <Fragment key={group[0].seq}>
          <TurnGroup group={group}>
            {(turn) =>
              turn.kind === "diagram" ? (
                <Diagram source={turn.text} label="Your diagram" />
              ) : (
                paragraphsOf(turn.text).map((paragraph, at) => <p key={at}>{paragraph}</p>)
              )
            }
          </TurnGroup>
          {feedback
            .filter(({ afterSeq }) => afterSeq === group.at(-1)?.seq)
            .map((each) => (
              <FeedbackNotes key={each.afterSeq} feedback={each} />
            ))}
        </Fragment>
      ))}
    </div>
  );
}
