import { Form } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import type { VersionChange } from "#app/domain/authoring/version-change.ts";

export type Side = number | "draft";

export type Difference = {
  from: Side;
  to: Side;
  changes: readonly VersionChange[] | null;
  answers: readonly { name: string; kind: "added" | "removed" | "changed" }[];
};

const sideName = (side: Side) => (side === "draft" ? "the draft" : `version ${side}`);

type ChooseProps = { versions: readonly number[]; from: Side; to: Side };

/** Any two of them; a plain form whose choice stands in the address. */
export function ChooseVersions({ versions, from, to }: ChooseProps) {
  const sides: Side[] = ["draft", ...versions];
  const select = (name: "from" | "to", label: string, chosen: Side) => (
    <div className="field">
      <label htmlFor={`compare-${name}`}>{label}</label>
      <select id={`compare-${name}`} name={name} defaultValue={chosen} key={chosen}>
        {sides.map((side) => (
          <option key={side} value={side}>
            {side === "draft" ? "The draft" : `Version ${side}`}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <Form method="get" className="compare-versions" preventScrollReset>
      {select("from", "Before", from)}
      {select("to", "After", to)}
      <Button>Compare</Button>
    </Form>
  );
}

/** What changed, field by field in reading order. */
export function VersionDifference({ difference }: { difference: Difference }) {
  const { from, to, changes, answers } = difference;
  if (changes === null) {
    return <p className="ink-2">The draft cannot be read as a scenario, so it cannot be compared yet.</p>;
  }
  const isSame = changes.length === 0;
  return (
    <>
      <p className="ink-2" role="status">
        {isSame
          ? `For candidates and graders, ${sideName(from)} and ${sideName(to)} say the same.`
          : `${changes.length} ${changes.length === 1 ? "change" : "changes"} from ${sideName(from)} to ${sideName(to)}.`}
      </p>
      {isSame ? null : (
        <ol className="version-changes">
          {changes.map((change, at) => (
            // The same field can change twice, as when a thing is moved and reworded.
            <li key={`${change.where} ${at}`}>
              <Change change={change} />
            </li>
          ))}
        </ol>
      )}
      {answers.length > 0 ? (
        <p className="small ink-2">
          Sample answers, which no candidate sees: {answers.map(({ name, kind }) => `${name} ${kind}`).join(", ")}.
        </p>
      ) : null}
    </>
  );
}

const kindWord: Record<VersionChange["kind"], string> = {
  added: "Added",
  removed: "Removed",
  changed: "Changed",
  moved: "Moved",
};

export function Change({ change }: { change: VersionChange }) {
  const { where, kind, before, after, words } = change;
  return (
    <>
      <h3>
        {where} <span className="small muted">{kindWord[kind]}</span>
      </h3>
      {words ? <Words words={words} /> : <BeforeAfter before={before} after={after} />}
    </>
  );
}

/** Both texts laid over each other. What went is struck, what came is underlined: never by colour alone. */
function Words({ words }: { words: NonNullable<VersionChange["words"]> }) {
  return (
    <p className="changed-words">
      {words.map(({ text, kind }, at) => {
        if (kind === "same") return <span key={at}>{text}</span>;
        return kind === "removed" ? <del key={at}>{text}</del> : <ins key={at}>{text}</ins>;
      })}
    </p>
  );
}

function BeforeAfter({ before, after }: Pick<VersionChange, "before" | "after">) {
  return (
    <p className="changed-words">
      {before === null ? null : <del>{before}</del>}
      {after === null ? null : <ins>{after}</ins>}
    </p>
  );
}
