import { createContext, memo } from "react";

export type StudySection = { reference: string; title: string };

/** Titles of the study sections by their reference. */
export const StudyContext = createContext<ReadonlyMap<string, string>>(new Map());

export const studyListId = "study-sections";

/** One list for all fields that name a section. */
export const StudySections = memo(function StudySections({ sections }: { sections: readonly StudySection[] }) {
  return (
    <datalist id={studyListId}>
      {sections.map(({ reference, title }) => (
        <option key={reference} value={reference}>
          {title}
        </option>
      ))}
    </datalist>
  );
});
