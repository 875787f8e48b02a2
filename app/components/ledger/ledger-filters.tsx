import type { FormEvent } from "react";
import { FindBox } from "#app/components/ui/find-box.tsx";
import {
  countStatuses,
  longestFind,
  readFigureFilter,
  type FigureFilter,
  type FilterProblem,
} from "#app/domain/content/figures-filter.ts";
import { badgeOf } from "#app/domain/content/figures-words.ts";
import { figureStatusWords, type Figure } from "#app/domain/content/figures.ts";
import { sourceKeys } from "#app/domain/content/source-document.ts";

type FiltersProps = {
  figures: readonly Figure[];
  filter: FigureFilter;
  problems: readonly FilterProblem[];
  onChange: (filter: FigureFilter) => void;
};

/** A GET form: it filters without scripts by its button, and with them at every change. */
export function LedgerFilters({ figures, filter, problems, onChange }: FiltersProps) {
  const read = (event: FormEvent<HTMLFormElement>) =>
    onChange(readFigureFilter(new FormData(event.currentTarget)).filter);
  return (
    <form
      method="get"
      className="ledger-filters"
      aria-label="Filter figures"
      onChange={read}
      onSubmit={(event) => event.preventDefault()}
    >
      <StatusChoices figures={figures} filter={filter} />
      <Problem field="status" problems={problems} />
      <div className="ledger-filters-row">
        <FindBox
          find={filter.find}
          label="Find a figure"
          placeholder="Find a figure or a unit"
          maxLength={longestFind}
        />
        <SourceChoices filter={filter} />
        <noscript>
          <button className="btn">Show what fits</button>
        </noscript>
      </div>
      <Problem field="find" problems={problems} />
      <Problem field="source" problems={problems} />
    </form>
  );
}

function Problem({ field, problems }: { field: FilterProblem["field"]; problems: readonly FilterProblem[] }) {
  const problem = problems.find((each) => each.field === field);
  return problem ? <p className="field-error">{problem.message}</p> : null;
}

function StatusChoices({ figures, filter }: Pick<FiltersProps, "figures" | "filter">) {
  return (
    <fieldset className="status-choices">
      <legend className="visually-hidden">Status</legend>
      <label className="status-choice">
        {/* The form's own change handler reads every choice at once. */}
        <input type="radio" name="status" value="" checked={filter.status === null} readOnly />
        <span className="status-choice-name">All</span>
        <span className="status-choice-count">{figures.length}</span>
      </label>
      {countStatuses(figures).map(({ status, name, count }) => {
        const { glyph, tone } = badgeOf({ status });
        return (
          <label key={status} className="status-choice">
            <input type="radio" name="status" value={status} checked={filter.status === status} readOnly />
            <span className={`figure-status ${tone}`}>
              <i aria-hidden="true">{glyph}</i>
              {name}
            </span>
            <span className="status-choice-count">{count}</span>
            <span className="status-choice-means">{figureStatusWords[status].means}</span>
          </label>
        );
      })}
    </fieldset>
  );
}

function SourceChoices({ filter }: Pick<FiltersProps, "filter">) {
  return (
    <fieldset className="seg">
      <legend className="visually-hidden">Source</legend>
      {[null, ...sourceKeys].map((key) => (
        <label key={key}>
          <input type="radio" name="source" value={key ?? ""} checked={filter.source === key} readOnly />
          {key ?? "All"}
        </label>
      ))}
    </fieldset>
  );
}
