import { Link } from "@remix-run/react";
import { useMemo } from "react";
import { ConflictForm } from "#app/components/studio/saving/conflict.tsx";
import { isCutOff, isUnsaved, type Saving } from "#app/components/studio/saving/saving.ts";
import { SavingLine } from "#app/components/studio/saving/saving-line.tsx";
import { UnsavedTexts } from "#app/components/studio/saving/unsaved-texts.tsx";
import { useSaving } from "#app/components/studio/saving/use-saving.ts";
import { Message } from "#app/components/ui/message.tsx";
import type { Conflict } from "#app/domain/authoring/merging.ts";
import type { PageState } from "#app/domain/content/page-state.ts";
import { PageEditor } from "./page-editor.tsx";
import { pagePath } from "./page-path.ts";
import { PublishPage } from "./publish-page.tsx";
import { usePagePreview, type PagePreview } from "./use-page-preview.ts";
import "./pages.css";

export type WrittenPage = PagePreview & {
  organisation: { handle: string; name: string };
  slug: string;
  address: string;
  title: string;
  text: string;
  revision: number;
  editedAt: string;
  editedBy: string | null;
  state: PageState;
  neededBy: readonly { slug: string; title: string }[];
};

/** Both versions, where a form without scripts met a newer one. */
export type PlainConflict = Conflict & { revision: number; editedBy: string | null; savedAt: string };

type WritePageProps = { written: WrittenPage; message: string | null; conflict: PlainConflict | null };

/** A study page as its text, with what readers will see beside it. */
export function WriteStudyPage({ written, message, conflict }: WritePageProps) {
  const { organisation, slug, address, text, revision, editedAt, editedBy } = written;
  const own = `/studio/${organisation.handle}/pages/${slug}`;
  const server = useMemo(
    () => ({ texts: { [pagePath]: text }, revision, savedAt: editedAt, editedBy }),
    [text, revision, editedAt, editedBy],
  );
  const { state, dispatch } = useSaving({ action: `${own}/save`, server });
  const typed = state.texts[pagePath] ?? "";
  const preview = usePagePreview(`${own}/preview`, typed, written);
  if (conflict) return <Plain written={written} conflict={conflict} />;
  return (
    <div className="wrap write-study">
      <Head written={written} title={preview.page?.title ?? written.title} />
      <SavingLine state={state} />
      {message ? <Message tone="warn" role="alert" title={message} /> : null}
      {state.conflict ? (
        <ConflictForm
          conflicts={state.conflict.conflicts}
          theirs={state.conflict.theirs}
          onDecide={(decided) => dispatch({ type: "decided", decided, nowMs: Date.now() })}
        />
      ) : isCutOff(state) ? (
        <UnsavedTexts state={state} />
      ) : (
        <>
          <PublishPage
            address={address}
            state={stateNow(written, state)}
            revision={state.revision}
            isSaving={isUnsaved(state)}
            errors={preview.problems.filter(({ severity }) => severity === "error").length}
            neededBy={written.neededBy}
          />
          <PageEditor
            text={typed}
            revision={state.revision}
            preview={preview}
            onChange={(next) =>
              dispatch({
                type: "edited",
                edit: (texts) => (texts[pagePath] === next ? texts : { ...texts, [pagePath]: next }),
                nowMs: Date.now(),
              })
            }
          />
        </>
      )}
    </div>
  );
}

/** The page came with the state of its own revision; every save since has changed the text. */
function stateNow({ state, revision }: WrittenPage, saving: Saving): PageState {
  return state === "published" && saving.revision !== revision ? "changed" : state;
}

function Head({ written: { organisation }, title }: { written: WrittenPage; title: string }) {
  const studio = `/studio/${organisation.handle}`;
  return (
    <header className="page-head">
      <p className="crumb">
        <Link to="/studio">Studio</Link> / <Link to={studio}>{organisation.name}</Link> /{" "}
        <Link to={`${studio}/pages`}>Study pages</Link>
      </p>
      <h1>{title}</h1>
    </header>
  );
}

/** The same choice where no scripts run. */
function Plain({ written, conflict }: { written: WrittenPage; conflict: PlainConflict }) {
  return (
    <div className="wrap write-study">
      <Head written={written} title={written.title} />
      <ConflictForm conflicts={[conflict]} theirs={conflict}>
        <input type="hidden" name="intent" value="save" />
        <input type="hidden" name="seenRevision" value={conflict.revision} />
        <textarea hidden readOnly name="mine" value={conflict.mine ?? ""} />
        <textarea hidden readOnly name="theirs" value={conflict.theirs ?? ""} />
      </ConflictForm>
    </div>
  );
}
