import { Form, Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { SourceFault } from "#app/components/diagram/source/source-editor.ts";
import { Button } from "#app/components/ui/button.tsx";
import { writtenFiles, type DraftFiles } from "#app/domain/authoring/draft.ts";
import { withLineEndsOf } from "#app/domain/authoring/line-ends.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import { useEdit } from "../form/draft-edit.ts";
import type { Reading } from "../reading/reading.ts";
import { TextField, type TextFieldHandle } from "./text-field.tsx";

type FilesViewProps = {
  files: DraftFiles;
  /** Of the address; a file that is not there is the first. */
  file: string | null;
  line: number | null;
  revision: number;
  reading: Reading;
};

/** The draft as the files it is. Without scripts each is a form of its own. */
export function FilesView({ files, file, line, revision, reading }: FilesViewProps) {
  const { change } = useEdit();
  const paths = inOrder(files);
  const path = file !== null && file in files ? file : (paths[0] ?? "scenario.md");
  const text = files[path] ?? "";
  const field = useRef<TextFieldHandle>(null);
  useEffect(() => {
    if (line === null) return;
    // The editor takes the place of the plain field a moment after the page is there.
    const timer = setTimeout(() => field.current?.goToLine(line), 400);
    return () => clearTimeout(timer);
  }, [line]);
  const write = (edited: string) =>
    change((all) => {
      const before = all[path];
      const next = withLineEndsOf(edited, before ?? "");
      return before === undefined || before === next ? all : { ...all, [path]: next };
    });
  return (
    <div className="files-view">
      <nav className="tabs" aria-label="Files">
        {paths.map((each) => (
          <Link
            key={each}
            to={`?${new URLSearchParams({ view: "files", file: each })}`}
            preventScrollReset
            aria-current={each === path ? "page" : undefined}
          >
            {each}
          </Link>
        ))}
      </nav>
      <Form method="post" onSubmit={(event) => event.preventDefault()} className="stack">
        <input type="hidden" name="intent" value="save-file" />
        <input type="hidden" name="file" value={path} />
        <input type="hidden" name="seenRevision" value={revision} />
        <textarea hidden readOnly name="was" value={text} />
        <TextField
          key={path}
          ref={field}
          name="text"
          label={`The text of ${path}`}
          path={path}
          value={text}
          onChange={write}
          faults={faultsOf(reading.problems, path)}
        />
        <noscript>
          <Button look="go">Save this file</Button>
        </noscript>
      </Form>
      <FileProblems problems={reading.problems.filter((problem) => problem.file === path)} />
    </div>
  );
}

const first = ["scenario.md", "rubric.yaml", "hints.yaml"];

/** As they are read: the situation, the rubric, the hints, then the answers. */
function inOrder(files: DraftFiles): string[] {
  const paths = writtenFiles(files).map(({ file }) => file);
  return [...first.filter((path) => paths.includes(path)), ...paths.filter((path) => !first.includes(path))];
}

function faultsOf(problems: readonly Problem[], path: string): SourceFault[] {
  return problems.flatMap(({ file, field, message, severity }) => {
    const line = /^line (\d+)$/.exec(field)?.[1];
    return file === path && line ? [{ line: Number(line), message, severity }] : [];
  });
}

function FileProblems({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return <p className="small muted">Nothing is wrong with this file.</p>;
  return (
    <ul className="field-notes">
      {problems.map(({ field, message, severity }, at) => (
        <li key={at} className={severity}>
          <b>{severity === "error" ? "✕ Problem" : "! Warning"}</b> <span className="code">{field}</span> {message}
        </li>
      ))}
    </ul>
  );
}
