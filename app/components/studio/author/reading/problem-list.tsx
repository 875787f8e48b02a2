import { Link } from "@remix-run/react";
import { memo } from "react";
import { findField } from "#app/domain/authoring/form/fields.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import { fieldHref } from "../form/anchors.ts";
import { useLeading } from "../form/open-parts.ts";
import { countsOf, type Reading } from "./reading.ts";

type ProblemListProps = { reading: Reading; isForm: boolean };

const some = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

function countWords(reading: Reading): string {
  const { errors, warnings, findings } = countsOf(reading);
  const said = [
    errors > 0 ? some(errors, "problem") : null,
    warnings > 0 ? some(warnings, "warning") : null,
    findings > 0 ? some(findings, "piece of advice", "pieces of advice") : null,
  ].filter((words) => words !== null);
  return said.length === 0 ? "Nothing is wrong, and there is no advice." : said.join(", ");
}

/** Everything there is to say about the draft, each with the way to its field. */
export const ProblemList = memo(function ProblemList({ reading, isForm }: ProblemListProps) {
  const { problems, findings } = reading;
  const errors = problems.filter(({ severity }) => severity === "error");
  const warnings = problems.filter(({ severity }) => severity === "warning");
  if (problems.length + findings.length === 0) {
    return <p className="problem-count">{countWords(reading)}</p>;
  }
  return (
    <details className="problem-list">
      <summary className="problem-count">
        {countWords(reading)}
        {errors.length > 0 ? <span className="small muted"> A draft with problems cannot be published.</span> : null}
      </summary>
      <Group title="Problems" tone="error" items={errors} isForm={isForm} />
      <Group title="Warnings" tone="warning" items={warnings} isForm={isForm} />
      <Group title="Advice" tone="advice" items={findings} isForm={isForm} />
    </details>
  );
});

type GroupProps = { title: string; tone: string; items: readonly Problem[]; isForm: boolean };

function Group({ title, tone, items, isForm }: GroupProps) {
  if (items.length === 0) return null;
  return (
    <section className="problem-group" aria-label={title}>
      <h2 className="label">{title}</h2>
      <ul className={`field-notes ${tone}`}>
        {items.map((item, at) => (
          <li key={at} className={tone}>
            <Place problem={item} isForm={isForm} /> {item.message}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The way to the field of the form; what has none there leads to its file. */
function Place({ problem: { file, field }, isForm }: { problem: Problem; isForm: boolean }) {
  const { reveal } = useLeading();
  const words = `${file} ${field}`;
  const place = { file, path: field };
  if (!findField(place)) {
    const line = /^line (\d+)$/.exec(field)?.[1];
    // An answer that is missing has no file yet: the form is where it is added.
    const isMissing = file === "calibration";
    const to = isMissing
      ? "?view=form#answers"
      : `?${new URLSearchParams({ view: "files", file, ...(line ? { line } : {}) })}`;
    return (
      <Link to={to} preventScrollReset className="code">
        {words}
      </Link>
    );
  }
  return (
    <a
      href={fieldHref(place)}
      className="code"
      onClick={(event) => {
        if (!isForm) return;
        event.preventDefault();
        reveal(`${file}/${field}`);
      }}
    >
      {words}
    </a>
  );
}
