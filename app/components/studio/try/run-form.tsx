import { Form, Link, useNavigation } from "@remix-run/react";
import { useState, type FormEvent } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { bandName } from "#app/components/ui/band-scale.tsx";
import { mostRepeats } from "#app/domain/authoring/dry-run.ts";
import type { SampleView, TryView } from "#app/services/authoring/dry-run/get-try.server.ts";
import { addUp, answerWords, costWords, estimateWords, stateName } from "./try-words.ts";

type RunFormProps = { view: TryView; path: string };

type Chosen = { answers: readonly string[]; graders: readonly string[]; repeats: number };

function readChosen(form: HTMLFormElement): Chosen {
  const data = new FormData(form);
  return {
    answers: data.getAll("answer").map(String),
    graders: data.getAll("grader").map(String),
    repeats: Number(data.get("repeats")) || 1,
  };
}

/** Which answers are read, by which grader, how often; and, before a model is asked, what it may cost. */
export function RunForm({ view, path }: RunFormProps) {
  const { answers, model, broken } = view;
  const isSending = useNavigation().state === "submitting";
  const readable = answers.filter(({ problem }) => problem === null);
  const [chosen, setChosen] = useState<Chosen>({
    answers: readable.map(({ name }) => name),
    graders: ["offline"],
    repeats: 1,
  });
  const follow = (event: FormEvent<HTMLFormElement>) => setChosen(readChosen(event.currentTarget));
  return (
    <Form method="post" className="run-form" preventScrollReset onChange={follow}>
      <input type="hidden" name="intent" value="run" />
      <table className="ledger folds run-answers">
        <caption className="visually-hidden">Sample answers to read</caption>
        <thead>
          <tr>
            <th scope="col">Answer</th>
            <th scope="col">Labels</th>
            <th scope="col" className="r">
              Words
            </th>
            <th scope="col" className="r">
              One reading by {model.name}
            </th>
            <th scope="col">
              <span className="visually-hidden">What to do</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {answers.map((answer) => (
            <AnswerRow key={answer.name} answer={answer} canBeAsked={model.canBeAsked} path={path} />
          ))}
        </tbody>
      </table>
      <div className="run-choices">
        <Graders model={model} />
        <label className="run-repeats">
          <span className="label-text">Readings of each by the model</span>
          <select className="input" name="repeats" defaultValue="1">
            {Array.from({ length: mostRepeats }, (_, at) => (
              <option key={at} value={at + 1}>
                {at + 1}
              </option>
            ))}
          </select>
        </label>
        <Button look="go" disabled={isSending || broken.length > 0}>
          Read them
        </Button>
      </div>
      {model.canBeAsked ? <Estimate chosen={chosen} answers={readable} /> : null}
    </Form>
  );
}

function Graders({ model }: Pick<TryView, "model">) {
  return (
    <fieldset className="run-graders">
      <legend>Read by</legend>
      <label className="choice">
        <input type="checkbox" name="grader" value="offline" defaultChecked />
        <span>
          Offline grader <span className="muted">at no cost, the same every time</span>
        </span>
      </label>
      <label className="choice">
        <input type="checkbox" name="grader" value="anthropic" disabled={!model.canBeAsked} />
        <span>
          Anthropic grader{" "}
          <span className="muted">
            {model.canBeAsked ? `${model.name}; the answers are sent to Anthropic` : "there is no key for it"}
          </span>
        </span>
      </label>
    </fieldset>
  );
}

function AnswerRow({ answer, canBeAsked, path }: { answer: SampleView; canBeAsked: boolean; path: string }) {
  const { name, state, author, drafted, band, words, problem, estimate } = answer;
  const isUsed = problem === null;
  return (
    <tr>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its text is the label inside */}
      <th scope="row" className="lead-cell">
        <label className="choice">
          <input type="checkbox" name="answer" value={name} defaultChecked={isUsed} disabled={!isUsed} />
          <span>{answerWords(name)}</span>
        </label>
      </th>
      <td data-label="Labels">
        {problem ? (
          <span className="field-error">Cannot be read: {problem}</span>
        ) : (
          <span>
            {stateName[state]}
            {band ? `, ${bandName[band].toLowerCase()}` : null}
            <span className="muted"> {drafted ?? (state === "labelled" ? author : null)}</span>
          </span>
        )}
      </td>
      <td className="r" data-label="Words">
        {words}
      </td>
      <td className="r" data-label="One reading">
        {canBeAsked && estimate ? costWords(estimate.usd) : "–"}
      </td>
      <td data-label="">
        {isUsed ? (
          <Link to={`${path}/try/answers/${name}`} aria-label={`${labelWords(state)}: ${answerWords(name)}`}>
            {labelWords(state)}
          </Link>
        ) : (
          <Link to={`${path}?view=files&file=calibration/${name}.md`}>Mend it</Link>
        )}
      </td>
    </tr>
  );
}

const labelWords = (state: SampleView["state"]) => (state === "labelled" ? "Read and relabel" : "Read and label");

function Estimate({ chosen, answers }: { chosen: Chosen; answers: readonly SampleView[] }) {
  const own = answers.filter(({ name }) => chosen.answers.includes(name));
  const total = addUp(
    own.flatMap(({ estimate }) => estimate ?? []),
    chosen.repeats,
  );
  const readings = own.length * chosen.repeats;
  const times = chosen.repeats === 1 ? "once" : `${chosen.repeats} times`;
  return (
    <p className="small muted run-estimate" role="status">
      {chosen.graders.includes("anthropic")
        ? `The model would read ${own.length} ${own.length === 1 ? "answer" : "answers"} ${times}, ${readings} readings in all: ${estimateWords(total)}. A doubtful reading is made twice.`
        : `Reading all ${answers.length} once with the model would take ${estimateWords(
            addUp(
              answers.flatMap(({ estimate }) => estimate ?? []),
              1,
            ),
          )}.`}
    </p>
  );
}
