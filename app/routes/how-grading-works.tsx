import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Diagram } from "#app/components/diagram/diagram.tsx";
import { AgreementTable } from "#app/components/grading/agreement-table.tsx";
import { BandScale } from "#app/components/ui/band-scale.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { LevelRuler } from "#app/components/ui/level-ruler.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { LowConfidence, VerdictMark } from "#app/components/ui/verdict.tsx";
import { getAgreement } from "#app/services/grading/get-agreement.server.ts";

export const meta: MetaFunction = () => [
  { title: "How grading works · Tradeoff" },
  {
    name: "description",
    content:
      "What a grader decides and what code computes, what counts as evidence, and how far the grader agrees with labels.",
  },
];

// Anyone may read how they would be graded.
export async function loader() {
  return { agreement: await getAgreement() };
}

const pipeline = `flowchart LR
  T["Your transcript"] --> G["Grader: verdicts and quotes"]
  R[("Rubric")] --> G
  G --> E["Evidence gate"]
  E --> P["Points, levels, score"]
  P --> S["Scorecard"]
  G -.->|fails| U["Ungraded, can be tried again"]`;

export default function HowGradingWorks() {
  const { agreement } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>How grading works</h1>
        <p className="lead">
          A grader says, check by check, what your answer contains, and quotes the words. Whatever becomes a number is
          computed by code.
        </p>
      </header>
      <LabelledSection id="pipeline" label="One pipeline">
        <Diagram
          source={pipeline}
          label="The grading pipeline, from your transcript to the scorecard"
          caption="The same for every grader. It runs on the server and goes on when you leave the page."
        />
      </LabelledSection>
      <Verdicts />
      <Evidence />
      <Scores />
      <Graders />
      <Ungraded />
      <LabelledSection id="agreement" label="Agreement">
        <div className="prose">
          <p>
            Each scenario comes with labelled answers: strong, partial, confidently wrong, right for the wrong reasons,
            stuffed with keywords, and one that tries to instruct the grader. The offline grader reads them all, and its
            verdicts are held against the labels. What it reaches today:
          </p>
        </div>
        <AgreementTable agreement={agreement} />
        <p className="fig-caption">
          <b>These are author labels:</b> written by whoever wrote the scenario, who knew the rubric. Agreement with
          people who did not write it is not measured yet, so no figure for it is shown. Kappa is Cohen’s, quadratically
          weighted over not met, partly met and met: 1 is full agreement, 0 is what chance gives.
        </p>
      </LabelledSection>
    </div>
  );
}

function Verdicts() {
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

function Evidence() {
  return (
    <LabelledSection id="evidence" label="Evidence">
      <div className="prose">
        <p>
          A verdict in your favour needs a quote. The evidence gate looks for each quote, word for word, in what you
          said; only white space, case and the shape of quotation marks may differ. A quote that is not there is thrown
          away, and a verdict that loses its last quote becomes <VerdictMark verdict="insufficient_evidence" />.
        </p>
        <p>
          The interviewer’s own words, repeated, are not evidence. Neither are words that speak to the grader instead of
          answering, or a string of terms without a sentence around them. None of them costs points.
        </p>
      </div>
    </LabelledSection>
  );
}

function Scores() {
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

function Graders() {
  return (
    <LabelledSection id="graders" label="The two graders">
      <div className="prose">
        <h3>The offline grader</h3>
        <p>
          A deterministic estimate that needs no key and no network. It compares your sentences, one to three at a time,
          with the ways of meeting a check that the rubric lists, and with its near misses. It reads words, not reasons:
          it misses good points put in unforeseen ways, and can be fooled by the right words. Its result is marked as an
          estimate.
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

function Ungraded() {
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
