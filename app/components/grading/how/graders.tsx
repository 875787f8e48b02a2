import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { Message } from "#app/components/ui/message.tsx";

/** Who grades, when there is a second look, and what happens when a grader fails. */
export function Graders() {
  return (
    <LabelledSection id="graders" label="The two graders">
      <div className="prose">
        <h3>The offline grader</h3>
        <p>
          A deterministic estimate that needs no key and no network. It holds your clauses and sentences against the
          ways of meeting a check that the rubric lists, and against its near misses; how much each likeness counts was
          fitted to labelled answers. It reads words, not reasons: it misses good points put in unforeseen ways, and can
          be fooled by the right words. Its result is marked as an estimate.
        </p>
        <h3>The Anthropic grader</h3>
        <p>
          A language model, used only where whoever runs this server has set a key. One call grades the whole interview.
          It sends the brief, the rubric’s questions and your transcript to Anthropic, without your name or address. It
          sees no points and gives no totals. The scorecard says which model it was, and what the grade cost where the
          price is known.
        </p>
        <p>
          With a key the interviewer’s follow-up questions are put in words by the model too, so the transcript is also
          sent while you answer.
        </p>
      </div>
    </LabelledSection>
  );
}

export function SecondLook() {
  return (
    <LabelledSection id="second-look" label="Second look">
      <div className="prose">
        <p>
          Where the model’s first reading is in doubt, it reads once more with the checks in another order: when a
          verdict has low confidence, a quote was dropped, some words address the grader or only list terms, or the
          score lies near the edge of a band.
        </p>
        <p>
          It is no vote. Where the two readings differ, the less generous verdict counts and is shown with low
          confidence; a red flag is raised only if both raise it. If the second reading fails, the first stands and says
          so. The offline grader has none: it would say the same again.
        </p>
      </div>
    </LabelledSection>
  );
}

export function Ungraded() {
  return (
    <LabelledSection id="ungraded" label="When it fails">
      <div className="prose">
        <p>
          A grader may time out, refuse, be overloaded, send something that cannot be read, or leave out a check. Then
          there is no grade.
        </p>
      </div>
      <Message tone="warn" title="Not graded yet.">
        The scorecard says why. Your transcript is safe, nothing was scored, and you can try again. This is not a zero.
      </Message>
    </LabelledSection>
  );
}
