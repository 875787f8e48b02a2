import type { FormEvent } from "react";
import { FindBox } from "#app/components/ui/find-box.tsx";
import {
  activeGroups,
  parseLibraryFilter,
  type Filterable,
  type LibraryFilter,
} from "#app/domain/scenarios/library-filter.ts";
import { choiceGroups, type ChoiceGroup } from "./choice-groups.ts";

type FiltersProps = {
  rows: readonly Filterable[];
  filter: LibraryFilter;
  onChange: (filter: LibraryFilter) => void;
};

/** A GET form: it filters without scripts by its button, and with them at every change. */
export function ScenarioFilters({ rows, filter, onChange }: FiltersProps) {
  const read = (event: FormEvent<HTMLFormElement>) => onChange(parseLibraryFilter(new FormData(event.currentTarget)));
  const active = activeGroups({ ...filter, find: "" }).length;
  return (
    <form
      method="get"
      className="library-filters"
      aria-label="Filter scenarios"
      onChange={read}
      onSubmit={(event) => event.preventDefault()}
    >
      <FindBox find={filter.find} label="Find a scenario" placeholder="Find a scenario" maxLength={100} />
      <input className="visually-hidden library-more" type="checkbox" id="library-more" />
      <label className="btn library-more-button" htmlFor="library-more">
        Filters{active > 0 ? `, ${active} on` : ""}
      </label>
      <div className="library-groups">
        {choiceGroups(rows, filter).map((group) => (
          <Choices key={group.name} group={group} />
        ))}
        <noscript>
          <button className="btn">Show what fits</button>
        </noscript>
      </div>
      <p className="tiny muted library-hint">
        There is no filter by approach: it would give the answer away. After you finish, each row shows the position you
        took.
      </p>
    </form>
  );
}

function Choices({ group }: { group: ChoiceGroup }) {
  return (
    <fieldset>
      <legend>{group.legend}</legend>
      {group.choices.map((choice) => (
        <label key={choice.value} className="choice">
          {/* The form's own change handler reads every choice at once. */}
          <input
            type={group.isOneOf ? "radio" : "checkbox"}
            name={group.name}
            value={choice.value}
            checked={choice.chosen}
            readOnly
          />
          <span>{choice.words}</span>
          <span className="n">{choice.count}</span>
        </label>
      ))}
    </fieldset>
  );
}
