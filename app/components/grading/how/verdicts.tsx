import { BandScale } from "#app/components/ui/band-scale.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { LevelRuler } from "#app/components/ui/level-ruler.tsx";
import { LowConfidence, VerdictMark } from "#app/components/ui/verdict.tsx";

/** What a grader says of an answer, and what it has to show for it. */
export function Verdicts() {
  return (
    <LabelledSection id="verdicts" label="Verdicts">
      <div className="prose">
        <p>
          A rubric has criteria. A criterion has checks, each one question that can be answered from a transcript, such
          as whether the answer names the condition that would flip it. A grader gives each check one of four verdicts.
        </p>
      </div>
      <DefinitionList
        items={[
          { term: <VerdictMark verdict="met" />, value: "all points of the check" },
          { term: <VerdictMark verdict="partial" />, value: "half of them" },
          { term: <VerdictMark verdict="not_met" />, value: "none: it says the opposite, or only something alike" },
          { term: <VerdictMark verdict="insufficient_evidence" />, value: "none: nothing you said bears on it" },
          { term: <LowConfidence />, value: "said beside a verdict that a second reader might not share" },
        ]}
      />
    </LabelledSection>
  );
}

/** `checksOfASentence` is how many checks one sentence can be evidence for. */
export function Evidence({ checksOfASentence }: { checksOfASentence: number }) {
  return (
    <LabelledSection id="evidence" label="Evidence">
      <div className="prose">
        <p>
          A verdict in your favour needs a quote. The evidence gate looks for each quote, word for word, in what you
          said; only white space, case and the shape of quotation marks may differ. A quote that is not there is thrown
          away, and a verdict that loses its last quote becomes <VerdictMark verdict="insufficient_evidence" />.
        </p>
        <p>
          The words of the brief, the rubric or the interviewer, repeated, are not evidence. Neither are words that
          speak to the grader instead of answering, or a string of terms without a sentence around them. None of them
          costs points.
        </p>
        <p>
          A quote must also bear on its check: the sentence it stands in shares telling words with it. One sentence is
          evidence for {checksOfASentence} checks at most.
        </p>
      </div>
    </LabelledSection>
  );
}

export function Scores() {
  return (
    <LabelledSection id="scores" label="Levels and score">
      <div className="prose">
        <p>
          Points of a criterion, less what its raised red flags cost and never below zero, become a level from 0 to 4;
          each level is described in the rubric.
        </p>
      </div>
      <LevelRuler level={3} />
      <div className="prose">
        <p>
          The score is the share of points over all criteria, each by its weight, from 0 to 100. Its band is a word for
          where it lies. Below is a 68.
        </p>
      </div>
      <BandScale score={68} band="proficient" />
    </LabelledSection>
  );
}
