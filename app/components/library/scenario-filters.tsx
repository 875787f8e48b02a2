import { Form } from "@remix-run/react";
import { Search } from "lucide-react";
import { useEffect, useRef, type FormEvent } from "react";
import { competencies, competencyName } from "#app/domain/scenarios/competency.ts";
import {
  activeGroups,
  countChoices,
  levelName,
  levels,
  parseLibraryFilter,
  progressKindName,
  progressKinds,
  times,
  type Filterable,
  type LibraryFilter,
} from "#app/domain/scenarios/library-filter.ts";

type FiltersProps = {
  rows: readonly Filterable[];
  filter: LibraryFilter;
  onChange: (filter: LibraryFilter) => void;
};

/** A GET form: it filters without scripts by its button, and with them at every change. */
export function ScenarioFilters({ rows, filter, onChange }: FiltersProps) {
  const counts = countChoices(rows, filter);
  const read = (event: FormEvent<HTMLFormElement>) => onChange(parseLibraryFilter(new FormData(event.currentTarget)));
  // The box keeps what is being typed, spaces too; only when the words change elsewhere does it follow.
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current && box.current.value.trim() !== filter.find) box.current.value = filter.find;
  }, [filter.find]);
  const active = activeGroups({ ...filter, find: "" }).length;
  return (
    <Form method="get" className="library-filters" aria-label="Filter scenarios" onChange={read} replace>
      <label className="search-box">
        <span className="visually-hidden">Find a scenario</span>
        <Search aria-hidden="true" />
        <input
          ref={box}
          className="input"
          type="search"
          name="find"
          maxLength={100}
          placeholder="Find a scenario"
          defaultValue={filter.find}
        />
      </label>
      <input className="visually-hidden library-more" type="checkbox" id="library-more" />
      <label className="btn library-more-button" htmlFor="library-more">
        Filters{active > 0 ? `, ${active} on` : ""}
      </label>
      <div className="library-groups">
        <fieldset>
          <legend>Level</legend>
          {levels.map((level) => (
            <Choice
              key={level}
              name="level"
              value={level}
              words={levelName[level]}
              count={counts.levels.get(level)}
              checked={filter.levels.includes(level)}
            />
          ))}
        </fieldset>
        <fieldset>
          <legend>Time you have</legend>
          {times.map((minutes) => (
            <Choice
              key={minutes}
              radio
              name="minutes"
              value={minutes === null ? "" : String(minutes)}
              words={minutes === null ? "Any" : `${minutes} minutes`}
              count={counts.minutes.get(minutes)}
              checked={filter.minutes === minutes}
            />
          ))}
        </fieldset>
        <fieldset>
          <legend>Competency</legend>
          {competencies.map((each) => (
            <Choice
              key={each}
              name="competency"
              value={each}
              words={competencyName[each]}
              count={counts.competencies.get(each)}
              checked={filter.competencies.includes(each)}
            />
          ))}
        </fieldset>
        <fieldset>
          <legend>Your progress</legend>
          {progressKinds.map((kind) => (
            <Choice
              key={kind}
              name="progress"
              value={kind}
              words={progressKindName[kind]}
              count={counts.progress.get(kind)}
              checked={filter.progress.includes(kind)}
            />
          ))}
        </fieldset>
        <noscript>
          <button className="btn">Show what fits</button>
        </noscript>
      </div>
      <p className="tiny muted library-hint">
        There is no filter by approach: it would give the answer away. After you finish, each row shows the position you
        took.
      </p>
    </Form>
  );
}

type ChoiceProps = { name: string; value: string; words: string; count?: number; checked: boolean; radio?: boolean };

function Choice({ name, value, words, count, checked, radio = false }: ChoiceProps) {
  return (
    <label className="choice">
      {/* The form's own change handler reads every choice at once. */}
      <input type={radio ? "radio" : "checkbox"} name={name} value={value} checked={checked} readOnly />
      <span>{words}</span>
      <span className="n">{count}</span>
    </label>
  );
}
