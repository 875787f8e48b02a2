import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Diagram } from "#app/components/diagram/diagram.tsx";
import { Agreement } from "#app/components/grading/how/agreement.tsx";
import { DiagramsChecked, NumbersChecked } from "#app/components/grading/how/findings.tsx";
import { Graders, SecondLook, Ungraded } from "#app/components/grading/how/graders.tsx";
import { Appeals, People } from "#app/components/grading/how/people.tsx";
import { Evidence, Scores, Verdicts } from "#app/components/grading/how/verdicts.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { checksOfASentence } from "#app/domain/grading/evidence/bearing.ts";
import { findViewer } from "#app/http/viewer.server.ts";
import { listFiguresOf } from "#app/services/library/material/list-figures-of.server.ts";
import { getAgreement } from "#app/services/grading/get-agreement.server.ts";

export const meta: MetaFunction = () => [
  { title: "How grading works · Tradeoff" },
  {
    name: "description",
    content:
      "What a grader decides and what code computes, what counts as evidence, how a level is contested, and how far the grader agrees with labels.",
  },
];

// Anyone may read how they would be graded; the studio is linked for those who may see it.
export async function loader({ request }: LoaderFunctionArgs) {
  const { numbers = [] } = await listFiguresOf([{ id: "numbers", value: 340, unit: "$", source: "S0:35" }]);
  return { checksOfASentence, agreement: await getAgreement(await findViewer(request)), figures: numbers };
}

const pipeline = `flowchart LR
  T["Your transcript"] --> F["Numbers and diagrams, checked by code"]
  F --> G["Grader: verdicts and quotes"]
  R[("Rubric")] --> G
  G --> E["Evidence gate"]
  E --> P["Points, levels, score"]
  P --> S["Scorecard"]
  G -.->|fails| U["Ungraded, can be tried again"]
  S -.->|contested| A["The other grader, or a person"]`;

export default function HowGradingWorks() {
  const { agreement, checksOfASentence, figures } = useLoaderData<typeof loader>();
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
      <NumbersChecked figures={figures} />
      <DiagramsChecked />
      <Verdicts />
      <Evidence checksOfASentence={checksOfASentence} />
      <Scores />
      <Graders />
      <SecondLook />
      <Ungraded />
      <Appeals readByPeople={agreement.readByPeople} />
      <People readByPeople={agreement.readByPeople} />
      <Agreement agreement={agreement} />
    </div>
  );
}
