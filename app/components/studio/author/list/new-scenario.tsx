import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import "./list.css";

type Refused = {
  title: string;
  slug: string;
  refused: { field: "title" | "slug"; message: string; proposal: string | null };
};

type NewScenarioProps = {
  organisation: { handle: string; name: string };
  shipped: readonly { slug: string; title: string }[];
  refused: Refused | null;
};

/** Two ways to begin: with a skeleton, or with a copy of what ships. */
export function NewScenario({ organisation, shipped, refused }: NewScenarioProps) {
  const isBusy = useNavigation().state !== "idle";
  const studio = `/studio/${organisation.handle}`;
  return (
    <div className="wrap">
      <header className="page-head">
        <p className="crumb">
          <Link to="/studio">Studio</Link> / <Link to={studio}>{organisation.name}</Link>
        </p>
        <h1>A new scenario</h1>
      </header>
      <LabelledSection id="write" label="Write it">
        <Form method="post" className="new-scenario">
          <Field
            label="Title"
            name="title"
            required
            maxLength={200}
            hint="What a candidate sees in the list. It can be changed at any time."
            defaultValue={refused?.title}
            error={refused?.refused.field === "title" ? refused.refused.message : null}
          />
          <Field
            label="Name in the address"
            name="slug"
            maxLength={60}
            hint={`Lower-case words joined by hyphens, made from the title if you leave it empty. It cannot be changed later: candidates find the scenario at /scenarios/${organisation.handle}.name.`}
            defaultValue={refused?.refused.proposal ?? refused?.slug}
            error={refused?.refused.field === "slug" ? refused.refused.message : null}
          />
          <Button look="go" disabled={isBusy}>
            Begin with a skeleton
          </Button>
        </Form>
      </LabelledSection>
      <LabelledSection id="copy" label="Copy one">
        <Form method="post" className="new-scenario">
          <input type="hidden" name="intent" value="copy" />
          <div className="field">
            <label htmlFor="copy-of">Scenario of the library</label>
            <select id="copy-of" name="copyOf" className="input">
              {shipped.map(({ slug, title }) => (
                <option key={slug} value={slug}>
                  {title}
                </option>
              ))}
            </select>
            <p className="hint">The copy is yours to change, with its rubric, hints and labelled answers.</p>
          </div>
          <Button disabled={isBusy}>Make a copy</Button>
        </Form>
      </LabelledSection>
    </div>
  );
}
