import { Link } from "@remix-run/react";
import { useMemo, useState, type ReactNode } from "react";
import { ConflictForm } from "#app/components/studio/saving/conflict.tsx";
import { isCutOff, type Saving } from "#app/components/studio/saving/saving.ts";
import { SavingLine } from "#app/components/studio/saving/saving-line.tsx";
import { UnsavedTexts } from "#app/components/studio/saving/unsaved-texts.tsx";
import { useSaving } from "#app/components/studio/saving/use-saving.ts";
import { Message } from "#app/components/ui/message.tsx";
import type { DraftForm } from "#app/domain/authoring/form/draft-form.ts";
import { readForm } from "#app/domain/authoring/form/read-form.ts";
import type { AuthoredState } from "#app/domain/authoring/states.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import { AuthorNav } from "./author-nav.tsx";
import { DraftEditContext, useDraftEdit } from "./form/draft-edit.ts";
import { FormView } from "./form/form-view.tsx";
import { OpenContext, useOpenStore } from "./form/open-parts.ts";
import { createSharing } from "./form/share-structure.ts";
import type { StudySection } from "./form/study-sections.tsx";
import { ScenarioPreview } from "./preview/scenario-preview.tsx";
import type { Blocks } from "./preview/use-preview.ts";
import { PublishPart } from "./publish-part.tsx";
import { ProblemList } from "./reading/problem-list.tsx";
import type { Reading } from "./reading/reading.ts";
import { NotesContext, useNotesStore, useReading } from "./reading/use-reading.ts";
import { FilesView } from "./text/files-view.tsx";
import "./reading/reading.css";
import "./write-page.css";

export const writeViews = ["form", "files", "preview"] as const;
export type WriteView = (typeof writeViews)[number];

const viewName: Record<WriteView, string> = { form: "Form", files: "Files", preview: "As candidates see it" };

export type WritePageProps = {
  draft: {
    organisation: { handle: string; name: string };
    slug: string;
    address: string;
    title: string;
    state: AuthoredState;
    files: Record<string, string>;
    revision: number;
    editedAt: string;
    editedBy: string | null;
    sections: readonly StudySection[];
    problems: readonly Problem[];
    drawn: readonly Problem[];
    findings: Reading["findings"];
    brief: Blocks;
  };
  /** Of the address. */
  at: { view: WriteView; file: string | null; line: number | null };
  /** Who labels what is added here. */
  author: string;
  /** Why a form without scripts was not taken. */
  problem: string | null;
};

/** One draft, as a form, as its files, and as candidates will see it: three views of the same texts. */
export function WritePage({ draft, at, author, problem }: WritePageProps) {
  const { organisation, slug, files, revision, editedAt, editedBy } = draft;
  const server = useMemo(
    () => ({ texts: files, revision, savedAt: editedAt, editedBy }),
    [files, revision, editedAt, editedBy],
  );
  const { state, dispatch } = useSaving({ action: `/studio/${organisation.handle}/scenarios/${slug}/save`, server });
  const edit = useDraftEdit(dispatch);
  const { form, broken } = useForm(state);
  const reading = useWholeReading(draft, state);
  const notes = useNotesStore(reading);
  const opened = useOpenStore();
  return (
    <div className="wrap write-page">
      <AuthorNav organisation={organisation} scenario={{ slug, title: form?.title || draft.title }} at="write" />
      <DraftEditContext.Provider value={edit}>
        <NotesContext.Provider value={notes}>
          <OpenContext.Provider value={opened}>
            <div className="write-bar">
              <Views view={at.view} onChoose={edit.flush} />
              <SavingLine state={state} />
            </div>
            {problem ? <Message tone="warn" role="alert" title={problem} /> : null}
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
                <ProblemList reading={reading} isForm={at.view === "form" && form !== null} />
                <PublishPart draft={draft} saving={state} problems={reading.problems} />
                <View
                  draft={draft}
                  at={at}
                  author={author}
                  form={form}
                  broken={broken}
                  state={state}
                  reading={reading}
                />
              </>
            )}
          </OpenContext.Provider>
        </NotesContext.Provider>
      </DraftEditContext.Provider>
    </div>
  );
}

/** The texts as fields; what says the same as before is the very same object, so that its fields rest. */
function useForm({ texts }: Saving): { form: DraftForm | null; broken: readonly Problem[] } {
  const [share] = useState(() => createSharing<DraftForm>());
  return useMemo(() => {
    const { form, broken } = readForm(texts);
    return { form: form && share(form), broken };
  }, [texts, share]);
}

/** What the browser reads, and the drawings as the server read them last. */
function useWholeReading(
  { address, sections, problems, drawn, findings }: WritePageProps["draft"],
  state: Saving,
): Reading {
  const [first] = useState<Reading>({ problems, findings });
  const reading = useReading({ address, files: state.texts, sections, first });
  const drawings = state.problems ?? drawn;
  return useMemo(
    () => ({ problems: [...reading.problems, ...drawings], findings: reading.findings }),
    [reading, drawings],
  );
}

function Views({ view, onChoose }: { view: WriteView; onChoose: () => void }) {
  return (
    <nav className="seg write-views" aria-label="Views of this draft">
      {writeViews.map((each) => (
        <Link
          key={each}
          to={`?view=${each}`}
          preventScrollReset
          aria-current={each === view ? "page" : undefined}
          onClick={onChoose}
        >
          {viewName[each]}
        </Link>
      ))}
    </nav>
  );
}

type ViewProps = Omit<WritePageProps, "problem"> & {
  form: DraftForm | null;
  broken: readonly Problem[];
  state: Saving;
  reading: Reading;
};

function View({ draft, at, author, form, broken, state, reading }: ViewProps): ReactNode {
  if (at.view === "files") {
    return <FilesView files={state.texts} file={at.file} line={at.line} revision={state.revision} reading={reading} />;
  }
  if (!form) return <Broken broken={broken} />;
  if (at.view === "preview")
    return <ScenarioPreview form={form} first={draft.brief} organisation={draft.organisation} />;
  return <FormView form={form} first={draft.brief} sections={draft.sections} author={author} />;
}

/** A text that is no YAML has no fields: it is mended where it stands. */
function Broken({ broken }: { broken: readonly Problem[] }) {
  return (
    <div className="empty-state">
      <p className="display">The text cannot be shown as a form yet.</p>
      <ul className="field-notes">
        {broken.map(({ file, field, message }, at) => {
          const line = /^line (\d+)$/.exec(field)?.[1];
          return (
            <li key={at} className="error">
              <Link to={`?${new URLSearchParams({ view: "files", file, ...(line ? { line } : {}) })}`} className="code">
                {file} {field}
              </Link>{" "}
              {message}
            </li>
          );
        })}
      </ul>
      <p className="ink-2">Nothing is lost: mend it among the files, and the form is back.</p>
    </div>
  );
}
