import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Message } from "#app/components/ui/message.tsx";
import type { AuthoredState } from "#app/domain/authoring/states.ts";
import "./publish-panel.css";

export type PublishRefused = {
  reason: "conflict" | "archived" | "unchanged" | "problems" | "refused" | "warnings";
  messages: readonly string[];
  note: string;
};

/** As the server read the draft: null where it has not been looked at here. */
export type Judged = { errors: readonly string[]; refusals: readonly string[]; warnings: readonly string[] };

type PublishPanelProps = {
  organisation: { handle: string };
  scenario: { slug: string };
  /** Of the draft that is shown: another one is not published. */
  revision: number;
  state: AuthoredState;
  judged: Judged | null;
  refused?: PublishRefused | null;
};

const published = (state: AuthoredState) => ("number" in state ? (state.number ?? 0) : 0);

function stateWords(state: AuthoredState): string {
  if (state.kind === "draft") return "Nobody can take it yet. A published version never changes again.";
  return `Version ${published(state)} is what candidates take. They take this draft once it is published; sessions and grades of before stay as they are.`;
}

/** What is in the way of publishing, and the form that does it. */
export function PublishPanel(props: PublishPanelProps) {
  const { organisation, scenario, state, revision, refused } = props;
  const isBusy = useNavigation().state !== "idle";
  const studio = `/studio/${organisation.handle}/scenarios/${scenario.slug}`;
  if (state.kind === "archived") return <p className="ink-2">Archived: restore it before you publish it again.</p>;
  if (state.kind === "published") {
    return <p className="ink-2">The draft is version {state.number}, word for word. Change it to publish another.</p>;
  }
  const judged = judgedOf(props);
  const isBlocked = judged.errors.length > 0 || judged.refusals.length > 0;
  return (
    <Form method="post" action={`${studio}/versions`} className="publish-panel" preventScrollReset>
      <input type="hidden" name="intent" value="publish" />
      <input type="hidden" name="seenRevision" value={revision} />
      <p className="ink-2">{stateWords(state)}</p>
      <Refusal refused={refused ?? null} />
      <Blocks judged={judged} studio={studio} />
      {isBlocked ? null : (
        <>
          {judged.warnings.length > 0 ? <Warnings warnings={judged.warnings} /> : null}
          <div className="field">
            <label htmlFor="publish-note">What is new in it</label>
            <textarea id="publish-note" name="note" rows={2} maxLength={2_000} defaultValue={refused?.note ?? ""} />
            <p className="hint">For whoever writes here; it stands in the list of versions.</p>
          </div>
          <Button look="go" disabled={isBusy}>
            Publish version {published(state) + 1}
          </Button>
        </>
      )}
    </Form>
  );
}

/** What was just refused is newer than what the page was opened with. */
function judgedOf({ judged, refused }: PublishPanelProps): Judged {
  const known = judged ?? { errors: [], refusals: [], warnings: [] };
  if (refused?.reason === "problems") return { ...known, errors: refused.messages };
  if (refused?.reason === "refused") return { ...known, refusals: refused.messages };
  if (refused?.reason === "warnings") return { ...known, warnings: refused.messages };
  return known;
}

/** The reasons that a list below does not already say. */
function Refusal({ refused }: { refused: PublishRefused | null }) {
  if (refused?.reason === "warnings") {
    return <Message tone="warn" role="alert" title="Say that you have read the warnings, then publish it." />;
  }
  const isSaidBelow = refused?.reason === "problems" || refused?.reason === "refused";
  if (!refused || isSaidBelow) return null;
  return <Message tone="warn" role="alert" title={refused.messages.join(" ")} />;
}

function Blocks({ judged: { errors, refusals }, studio }: { judged: Judged; studio: string }) {
  return (
    <>
      {errors.length > 0 ? (
        <Message
          tone="danger"
          title={errors.length === 1 ? "One thing cannot be read." : `${errors.length} things cannot be read.`}
        >
          It can be published once they are put right in <Link to={studio}>the draft</Link>.
        </Message>
      ) : null}
      <Lines lines={errors} />
      {refusals.length > 0 ? (
        <Message tone="danger" title="The sample answers speak against it.">
          It can be published once they come out in the order of their labels. See{" "}
          <Link to={`${studio}/try`}>the sample answers</Link>.
        </Message>
      ) : null}
      <Lines lines={refusals} />
    </>
  );
}

function Warnings({ warnings }: { warnings: readonly string[] }) {
  return (
    <>
      <Message tone="warn" title={warnings.length === 1 ? "One warning." : `${warnings.length} warnings.`}>
        They do not keep you from publishing.
      </Message>
      <Lines lines={warnings} />
      <label className="choice publish-accept">
        <input type="checkbox" name="acceptWarnings" value="yes" />
        <span>I have read {warnings.length === 1 ? "it" : "them"}: publish it all the same</span>
      </label>
    </>
  );
}

const shownAtFirst = 8;

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  const rest = lines.slice(shownAtFirst);
  return (
    <>
      <ul className="publish-lines">
        {lines.slice(0, shownAtFirst).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {rest.length > 0 ? (
        <details className="small">
          <summary>And {rest.length} more</summary>
          <ul className="publish-lines">
            {rest.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
