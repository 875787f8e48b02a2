import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { auditActions } from "#app/domain/hiring/audit.ts";
import { serverActor, type AuditFilter } from "#app/domain/hiring/audit-log.ts";

type Choice = { id: string; name: string };
type Props = { filter: AuditFilter; assessments: readonly Choice[]; people: readonly Choice[]; at: string };

const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const actionChoices: readonly Choice[] = Object.entries(auditActions).map(([id, words]) => ({
  id,
  name: upper(words),
}));

/** The filter as it stands in an address. */
export function searchOf({ action, assessmentId, personId }: AuditFilter, after: string | null): string {
  const named = { action, assessment: assessmentId, person: personId, after };
  const query = new URLSearchParams(Object.entries(named).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return query.size === 0 ? "" : `?${query}`;
}

/** A GET form: what is filtered stands in the address. */
export function AuditFilters({ filter, assessments, people, at }: Props) {
  const { action, assessmentId, personId } = filter;
  const isFiltered = action !== null || assessmentId !== null || personId !== null;
  return (
    <Form method="get" className="audit-filters" aria-label="Filter the record">
      <Choose name="action" label="What" all="Everything" value={action} choices={actionChoices} />
      <Choose name="assessment" label="Assessment" all="All" value={assessmentId} choices={assessments} />
      <Choose
        name="person"
        label="Who"
        all="Everybody"
        value={personId}
        choices={[...people, { id: serverActor, name: "The server" }]}
      />
      <div className="audit-filters-go">
        <Button>Show these</Button>
        {isFiltered ? <Link to={at}>Show every entry</Link> : null}
      </div>
    </Form>
  );
}

type ChooseProps = { name: string; label: string; all: string; value: string | null; choices: readonly Choice[] };

function Choose({ name, label, all, value, choices }: ChooseProps) {
  const isKnown = value === null || choices.some(({ id }) => id === value);
  return (
    <div className="field">
      <label htmlFor={`audit-${name}`}>{label}</label>
      <select id={`audit-${name}`} name={name} key={value ?? ""} defaultValue={value ?? ""}>
        <option value="">{all}</option>
        {isKnown ? null : <option value={value ?? ""}>Somebody or something no longer here</option>}
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </select>
    </div>
  );
}
