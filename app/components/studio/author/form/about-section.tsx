import { memo } from "react";
import type { DraftForm } from "#app/domain/authoring/form/draft-form.ts";
import { ChoiceList } from "./choice-list.tsx";
import { DraftField } from "./draft-field.tsx";
import { FormSection } from "./form-section.tsx";
import { SourceList } from "./source-list.tsx";

const file = "scenario.md";

type About = Pick<
  DraftForm,
  "title" | "summary" | "kind" | "level" | "minutes" | "followUps" | "competencies" | "sources" | "diagramRules"
>;

export const AboutSection = memo(function AboutSection(form: About) {
  return (
    <FormSection id="about" title="About" lead="What a candidate sees before deciding to start.">
      <DraftField file={file} path="title" value={form.title} />
      <DraftField file={file} path="summary" value={form.summary} />
      <div className="draft-fields-row">
        <DraftField file={file} path="kind" value={form.kind} />
        <DraftField file={file} path="level" value={form.level} />
        <DraftField file={file} path="minutes" value={form.minutes} />
        <DraftField file={file} path="followUps" value={form.followUps} />
      </div>
      <ChoiceList file={file} path="competencies" value={form.competencies} />
      <SourceList file={file} path="sources" value={form.sources} />
      <details className="outline">
        <summary>
          Rules for drawings{form.diagramRules.length > 0 ? `, ${form.diagramRules.length} chosen` : ""}
        </summary>
        <ChoiceList file={file} path="diagramRules" value={form.diagramRules} />
      </details>
    </FormSection>
  );
});
