import { Markdown } from "#app/components/content/markdown.tsx";
import { kindWords } from "#app/components/library/kind-words.ts";
import { ScenarioFacts } from "#app/components/library/scenario-facts.tsx";
import { Brief } from "#app/components/room/brief.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import type { DraftForm } from "#app/domain/authoring/form/draft-form.ts";
import { levelName } from "#app/domain/scenarios/library-filter.ts";
import { levels, scenarioKinds } from "#app/domain/scenarios/schema.ts";
import { factOf } from "./fact-of.ts";
import { usePreview, type Blocks } from "./use-preview.ts";
import "#app/components/library/scenario-page.css";
import "#app/components/room/room.css";
import "./preview.css";

type ScenarioPreviewProps = { form: DraftForm; first: Blocks; organisation: { name: string } };

/** As it is for whoever practises. */
const outside = { newerVersion: false, assessment: null };

/** The scenario's page and the brief of the room, with what is written now. */
export function ScenarioPreview({ form, first, organisation }: ScenarioPreviewProps) {
  const { shown } = usePreview(form.body, first);
  const kind = scenarioKinds.find((each) => each === form.kind) ?? "choice";
  const level = levels.find((each) => each === form.level);
  const facts = form.facts.flatMap((fact) => factOf(fact) ?? []);
  return (
    <div className="scenario-preview">
      <p className="label">The scenario’s page</p>
      <header className="page-head">
        <h2 className="display">{form.title || "No title yet"}</h2>
        <p className="lead">{form.summary}</p>
        <p className="scenario-meta num">
          {level ? <span>{levelName[level]}</span> : null}
          <span>About {form.minutes || "?"} minutes</span>
          <span>Up to {1 + (Number(form.followUps || 4) || 0)} questions</span>
        </p>
      </header>
      <LabelledSection id="preview-brief" label="Brief">
        <Markdown blocks={shown.blocks} />
      </LabelledSection>
      <LabelledSection id="preview-given" label="What is given">
        {facts.length > 0 ? <ScenarioFacts facts={facts} /> : <p className="muted">Nothing is given yet.</p>}
        <p className="small muted fig-caption">{kindWords[kind].given}</p>
      </LabelledSection>
      <LabelledSection id="preview-opening" label="First question">
        <p className="prose">{form.opening}</p>
      </LabelledSection>
      <p className="label preview-room-label">In the room, beside the conversation</p>
      <div className="preview-room">
        <Brief room={{ ...outside, kind, brief: [...shown.blocks], facts, organisation: organisation.name }} />
      </div>
    </div>
  );
}
