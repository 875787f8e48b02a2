import { Fragment } from "react";
import type { Judgement } from "#app/domain/simulator/decide/evaluate.ts";
import type { Procedure, Step } from "#app/domain/simulator/decide/procedure.ts";
import { SourceLink } from "./decision-links.tsx";
import { answerSentence, labelOf, stepsShown } from "./judgement-words.ts";
import { fieldWords } from "./situation-words.ts";

/** The way taken, in order: question, answer, where that leads, and the line that says so. */
export function StepList({ procedure, judgement }: { procedure: Procedure; judgement: Judgement }) {
  const steps = stepsShown(procedure, judgement);
  return (
    <ol className="decide-steps">
      {steps.map((step) => (
        <li key={step.node}>
          <StepItem step={step} procedure={procedure} />
        </li>
      ))}
    </ol>
  );
}

function StepItem({ step, procedure }: { step: Step; procedure: Procedure }) {
  const question = procedure.questions.find(({ id }) => id === step.node);
  return (
    <Fragment>
      {step.question}{" "}
      {step.missing ? (
        <a href={`#fact-${step.missing}`}>Not known: {fieldWords[step.missing].name}.</a>
      ) : (
        <b>{answerSentence(step.answer)}</b>
      )}{" "}
      {step.to === null ? null : (
        <span className="ink-2">
          <span aria-hidden="true">→ </span>
          <span className="visually-hidden">leads to </span>
          {labelOf(procedure, step.to)}{" "}
        </span>
      )}
      <SourceLink source={step.source} within={procedure.source} />
      {question?.reads ? <span className="fact-reads">Read here as: {question.reads}.</span> : null}
    </Fragment>
  );
}
