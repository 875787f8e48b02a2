import { Link } from "@remix-run/react";
import { fieldHref } from "#app/components/studio/author/form/anchors.ts";
import { wholePercent } from "#app/components/ui/whole-percent.ts";
import { fewestInterviews, type ItemFigures } from "#app/domain/authoring/learners/learner-figures.ts";

type MissedProps = { checks: readonly ItemFigures[]; path: string };

const shownAtOnce = 8;

/** How far each check was met, each leading to where it is written. */
export function MissedChecks({ checks, path }: MissedProps) {
  if (checks.length === 0)
    return <p className="prose">Nothing has been graded yet, so nothing is known to be missed.</p>;
  const more = checks.slice(shownAtOnce);
  return (
    <>
      <ol className="missed-checks">
        {checks.slice(0, shownAtOnce).map((check) => (
          <MissedCheck key={check.id} check={check} path={path} />
        ))}
      </ol>
      {more.length === 0 ? null : (
        <details className="outline">
          <summary>{more.length === 1 ? "1 more check" : `${more.length} more checks`}, missed less</summary>
          <ol className="missed-checks">
            {more.map((check) => (
              <MissedCheck key={check.id} check={check} path={path} />
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

const percent = (count: number, of: number) => wholePercent(count / of);

function MissedCheck({ check, path }: { check: ItemFigures; path: string }) {
  const { answers, counts } = check;
  const missed = counts.not_met + counts.insufficient_evidence;
  return (
    <li>
      <p className="missed-title">
        <ItemTitle item={check} path={path} />
      </p>
      <span className="missed-strip" aria-hidden="true">
        <i className="missed" style={{ flexGrow: missed }} />
        <i className="partly" style={{ flexGrow: counts.partial }} />
        <i className="met" style={{ flexGrow: counts.met }} />
      </span>
      <p className="small num ink-2">
        {percent(missed, answers)} not met, {percent(counts.partial, answers)} partly, {percent(counts.met, answers)}{" "}
        met
        <span className="muted">
          {" "}
          of {answers}
          {answers < fewestInterviews ? ", too few to say" : ""}
        </span>
      </p>
    </li>
  );
}

function ItemTitle({ item: { key, title, path: place }, path }: { item: ItemFigures; path: string }) {
  if (place === null) {
    return (
      <>
        {title} <span className="muted">no longer in the draft</span>
      </>
    );
  }
  return (
    <>
      <span className="muted">{key}</span>{" "}
      <Link to={path + fieldHref({ file: "rubric.yaml", path: place })}>{title}</Link>
    </>
  );
}

/** How often each red flag was raised. */
export function RaisedFlags({ redFlags, path }: { redFlags: readonly ItemFigures[]; path: string }) {
  const raised = redFlags.filter(({ counts }) => counts.met > 0);
  if (raised.length === 0) return <p className="prose">None has been raised.</p>;
  return (
    <ul className="raised-flags">
      {raised.map((flag) => (
        <li key={flag.id}>
          <ItemTitle item={flag} path={path} />{" "}
          <span className="small muted num">
            raised in {flag.counts.met} of {flag.answers}
          </span>
        </li>
      ))}
    </ul>
  );
}
