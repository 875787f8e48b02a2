import { useEffect, useMemo, useRef } from "react";
import type { DraftForm } from "#app/domain/authoring/form/draft-form.ts";
import type { Blocks } from "../preview/use-preview.ts";
import { AboutSection } from "./about-section.tsx";
import { AnswersSection } from "./answers-section.tsx";
import { BriefSection } from "./brief-section.tsx";
import { FactsSection } from "./facts-section.tsx";
import { FormOutline } from "./form-outline.tsx";
import { HintsSection } from "./hints-section.tsx";
import { useFocusOnTarget, useLeading } from "./open-parts.ts";
import { PositionsSection } from "./positions-section.tsx";
import { QuestionsSection } from "./questions-section.tsx";
import { RubricSection } from "./rubric-section.tsx";
import { StudyContext, StudySections, type StudySection } from "./study-sections.tsx";
import "./form.css";

type FormViewProps = { form: DraftForm; first: Blocks; sections: readonly StudySection[]; author: string };

/** A draft as fields. Parts that say the same as before are not rendered again: they are given the same objects. */
export function FormView({ form, first, sections, author }: FormViewProps) {
  const titles = useMemo(() => new Map(sections.map(({ reference, title }) => [reference, title])), [sections]);
  useFocusOnTarget();
  useFieldOfAddress();
  return (
    <StudyContext.Provider value={titles}>
      <StudySections sections={sections} />
      <div className="form-view">
        <FormOutline criteria={form.criteria} />
        <div className="form-parts">
          <noscript>
            <p className="small">
              The form needs scripts. <a href="?view=files">Write in the files</a> instead: the same text, and it is
              saved by a button.
            </p>
          </noscript>
          <AboutSection
            title={form.title}
            summary={form.summary}
            kind={form.kind}
            level={form.level}
            minutes={form.minutes}
            followUps={form.followUps}
            competencies={form.competencies}
            sources={form.sources}
            diagramRules={form.diagramRules}
          />
          <BriefSection body={form.body} first={first} />
          <FactsSection facts={form.facts} hiddenFacts={form.hiddenFacts} />
          <PositionsSection positions={form.positions} />
          <QuestionsSection opening={form.opening} twist={form.twist} />
          <RubricSection criteria={form.criteria} />
          <HintsSection criteria={form.criteria} hints={form.hints} />
          <AnswersSection answers={form.answers} criteria={form.criteria} author={author} />
        </div>
      </div>
    </StudyContext.Provider>
  );
}

/** An address that ends with a field leads to it, once. */
function useFieldOfAddress(): void {
  const { reveal } = useLeading();
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current) return;
    isDone.current = true;
    const anchor = decodeURIComponent(location.hash.slice(1));
    if (anchor.includes("/")) reveal(anchor);
  }, [reveal]);
}
