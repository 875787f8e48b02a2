import { Form, Link, useNavigation } from "@remix-run/react";
import { useRef, type KeyboardEvent } from "react";
import { Interview } from "#app/components/review/interview.tsx";
import { AuthorNav } from "#app/components/studio/author/author-nav.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { bandName } from "#app/components/ui/band-scale.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { verdictName } from "#app/components/ui/verdict.tsx";
import { BandSchema, VerdictSchema } from "#app/domain/scenarios/schema.ts";
import type { LabelItem, SampleToLabel } from "#app/services/authoring/dry-run/get-sample.server.ts";
import type { GivenLabels, LabelProblem } from "#app/domain/authoring/dry-run/labels.ts";
import { itemVerdictName } from "./item-verdict.tsx";
import { answerWords } from "./try-words.ts";
import "#app/components/review/review.css";
import "./try.css";

export type RefusedLabels = { given: GivenLabels; problems: readonly LabelProblem[] };

type LabelPageProps = {
  organisation: { handle: string; name: string };
  slug: string;
  sample: SampleToLabel;
  refused: RefusedLabels | null;
};

/** A sample answer beside the rubric, to be read and labelled. What a grader made of it is not shown here. */
export function LabelPage({ organisation, slug, sample, refused }: LabelPageProps) {
  const { name, drafted, scenarioTitle, brief, transcript } = sample;
  return (
    <div className="wrap label-page">
      <AuthorNav organisation={organisation} scenario={{ slug, title: scenarioTitle }} at="try">
        <Link to={`/studio/${organisation.handle}/scenarios/${slug}/try`}>All sample answers</Link>
      </AuthorNav>
      <h2>{answerWords(name)}</h2>
      <p className="small muted">{whoWords(sample)}</p>
      {drafted ? (
        <Message title={`Drafted by ${drafted}.`}>
          Until you have read it and given labels it counts for nothing: neither in agreement nor for publishing.
        </Message>
      ) : null}
      <div className="review-columns label-columns">
        <Interview brief={brief} transcript={transcript} />
        <section className="review-rubric" aria-labelledby="labels">
          <h2 className="label" id="labels">
            Your labels
          </h2>
          <LabelForm sample={sample} refused={refused} />
          <RemoveForm />
        </section>
      </div>
    </div>
  );
}

function whoWords({ state, author }: SampleToLabel): string {
  if (state === "labelled") return `Labelled by ${author ?? "an author"}.`;
  return "Not labelled yet. What a grader makes of it is on the page before; read it for yourself first.";
}

function LabelForm({ sample, refused }: { sample: SampleToLabel; refused: RefusedLabels | null }) {
  const { band, verdicts, criteria } = sample;
  const isSending = useNavigation().state === "submitting";
  const given = refused?.given ?? { band: band ?? "", verdicts };
  const problemOf = (field: string) => refused?.problems.find((each) => each.field === field)?.message ?? null;
  const form = useRef<HTMLFormElement>(null);
  return (
    <Form method="post" className="label-form" ref={form} onKeyDown={pressNumber} preventScrollReset>
      <input type="hidden" name="intent" value="label" />
      {refused ? (
        <Message tone="danger" role="alert" title="Your labels are not kept yet.">
          {refused.problems.length === 1 ? "One choice is" : `${refused.problems.length} choices are`} missing; what you
          chose is still there.
        </Message>
      ) : null}
      <p className="small muted">
        In a row the keys 1 to 4 choose and go on to the next: met, partly, not met, not enough evidence.
      </p>
      <Choice
        legend="Band of the whole"
        name="band"
        value={given.band}
        problem={problemOf("band")}
        choices={BandSchema.options.map((each) => ({ value: each, words: bandName[each] }))}
      />
      {criteria.map(({ key, title, items }) => (
        <section key={key} aria-labelledby={`criterion-${key}`}>
          <h3 id={`criterion-${key}`}>
            <span className="criterion-key">{key}</span> {title}
          </h3>
          {items.map((item) => (
            <ItemChoice key={item.id} item={item} value={given.verdicts[item.id] ?? ""} problem={problemOf(item.id)} />
          ))}
        </section>
      ))}
      <div className="label-actions">
        <Button look="go" disabled={isSending}>
          Keep these labels
        </Button>
      </div>
    </Form>
  );
}

function ItemChoice({ item, value, problem }: { item: LabelItem; value: string; problem: string | null }) {
  const { id, key, title, asks, isRedFlag } = item;
  return (
    <Choice
      legend={
        <>
          <span className="muted">{key}</span> {title}
          {isRedFlag ? <span className="muted"> red flag</span> : null}
        </>
      }
      note={asks}
      name={`verdict:${id}`}
      value={value}
      problem={problem}
      choices={VerdictSchema.options.map((each) => ({
        value: each,
        words: itemVerdictName(each, isRedFlag, verdictName),
      }))}
    />
  );
}

type ChoiceProps = {
  legend: React.ReactNode;
  note?: string;
  name: string;
  value: string;
  problem: string | null;
  choices: readonly { value: string; words: string }[];
};

function Choice({ legend, note, name, value, problem, choices }: ChoiceProps) {
  const problemId = problem === null ? undefined : `problem-${name}`;
  return (
    <fieldset className="label-item" aria-describedby={problemId} data-invalid={problem === null ? undefined : ""}>
      <legend>{legend}</legend>
      {note ? <p className="small ink-2 asks">{note}</p> : null}
      <div className="label-choices">
        {choices.map((each) => (
          <label key={each.value} className="choice">
            <input type="radio" name={name} value={each.value} defaultChecked={each.value === value} />
            <span>{each.words}</span>
          </label>
        ))}
      </div>
      {problem === null ? null : (
        <p className="field-error" id={problemId}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}

/** 1 to 4 choose in the row that has the focus, which then goes to the next row. */
function pressNumber(event: KeyboardEvent<HTMLFormElement>) {
  if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-4]$/.test(event.key)) return;
  const rows = [...event.currentTarget.querySelectorAll("fieldset")];
  const at = rows.findIndex((row) => row.contains(event.target as Node));
  const radio = rows[at]?.querySelectorAll("input")[Number(event.key) - 1];
  if (!radio) return;
  event.preventDefault();
  radio.click();
  const next = rows[at + 1];
  (next?.querySelector<HTMLInputElement>("input:checked") ?? next?.querySelector("input"))?.focus();
}

function RemoveForm() {
  return (
    <Form method="post" className="remove-sample">
      <details className="outline">
        <summary>Remove this answer</summary>
        <input type="hidden" name="intent" value="remove" />
        <p className="small">It goes out of the draft. Versions that were published with it keep it.</p>
        <Button>Remove it</Button>
      </details>
    </Form>
  );
}
