import { memo, useCallback, useContext } from "react";
import type { FormCriterion } from "#app/domain/authoring/form/draft-form.ts";
import { competencies, competencyName } from "#app/domain/scenarios/competency.ts";
import { NotesContext, countInside } from "../reading/use-reading.ts";
import { useLeading } from "./open-parts.ts";
import { useStore } from "./small-store.ts";

/** The parts of the form in their order, with the fields that belong to each. */
const parts: readonly { id: string; title: string; fields: readonly string[] }[] = [
  {
    id: "about",
    title: "About",
    fields: [
      "title",
      "summary",
      "kind",
      "level",
      "minutes",
      "followUps",
      "competencies",
      "sources",
      "diagramRules",
    ].map((path) => `scenario.md/${path}`),
  },
  { id: "brief", title: "Brief", fields: ["scenario.md/body"] },
  { id: "facts", title: "Facts", fields: ["scenario.md/facts", "scenario.md/hiddenFacts"] },
  { id: "positions", title: "Positions", fields: ["scenario.md/positions"] },
  { id: "questions", title: "Opening and twist", fields: ["scenario.md/opening", "scenario.md/twist"] },
  { id: "rubric", title: "Rubric", fields: ["rubric.yaml"] },
  { id: "hints", title: "Hints", fields: ["hints.yaml"] },
  { id: "answers", title: "Sample answers", fields: ["calibration"] },
];

type FormOutlineProps = { criteria: readonly FormCriterion[] };

/** The way between the parts: beside the form where there is room, folded above it where there is not. */
export const FormOutline = memo(function FormOutline({ criteria }: FormOutlineProps) {
  return (
    <nav className="form-outline" aria-label="Parts of the form">
      <ol>
        {parts.map((part) => (
          <li key={part.id}>
            <PartLink part={part} />
            {part.id === "rubric" ? <CriterionLinks criteria={criteria} /> : null}
          </li>
        ))}
      </ol>
    </nav>
  );
});

function PartLink({ part: { id, title, fields } }: { part: (typeof parts)[number] }) {
  const count = useCounts(fields);
  return (
    <a href={`#${id}`}>
      {title} <Count count={count} />
    </a>
  );
}

function CriterionLinks({ criteria }: FormOutlineProps) {
  return (
    <ol>
      {criteria.map((criterion, at) => (
        <li key={at}>
          <CriterionLink criterion={criterion} anchor={`rubric.yaml/criteria[${at}]`} />
        </li>
      ))}
    </ol>
  );
}

function CriterionLink({ criterion, anchor }: { criterion: FormCriterion; anchor: string }) {
  const { reveal } = useLeading();
  const known = competencies.find((each) => each === criterion.competency);
  return (
    <a
      href={`#${encodeURI(anchor)}`}
      onClick={(event) => {
        event.preventDefault();
        reveal(anchor);
      }}
    >
      {criterion.title || (known ? competencyName[known] : criterion.id) || "No name yet"}
    </a>
  );
}

function useCounts(fields: readonly string[]): number {
  const notes = useContext(NotesContext);
  return useStore(
    notes,
    useCallback((all) => fields.reduce((sum, anchor) => sum + countInside(all, anchor), 0), [fields]),
  );
}

function Count({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className="form-outline-count num">
      {count}
      <span className="visually-hidden"> {count === 1 ? "note" : "notes"}</span>
    </span>
  );
}
