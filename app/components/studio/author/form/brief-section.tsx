import { memo } from "react";
import { BriefPreview } from "../preview/brief-preview.tsx";
import type { Blocks } from "../preview/use-preview.ts";
import { DraftField } from "./draft-field.tsx";
import { FormSection } from "./form-section.tsx";

const file = "scenario.md";

export const BriefSection = memo(function BriefSection({ body, first }: { body: string; first: Blocks }) {
  return (
    <FormSection
      id="brief"
      title="Brief"
      lead="The situation as candidates read it, in Markdown. A block of Mermaid is drawn."
    >
      <div className="brief-fields">
        <DraftField file={file} path="body" value={body} />
        <BriefPreview markdown={body} first={first} />
      </div>
    </FormSection>
  );
});
