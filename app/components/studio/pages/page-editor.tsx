import { Form } from "@remix-run/react";
import { useRef } from "react";
import { Markdown } from "#app/components/content/markdown.tsx";
import type { SourceFault } from "#app/components/diagram/source/source-editor.ts";
import { TextField, type TextFieldHandle } from "#app/components/studio/author/text/text-field.tsx";
import { Button } from "#app/components/ui/button.tsx";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import { pagePath } from "./page-path.ts";
import type { usePagePreview } from "./use-page-preview.ts";
import "#app/components/content/study.css";
import "#app/components/studio/author/preview/preview.css";

type PageEditorProps = {
  text: string;
  revision: number;
  preview: ReturnType<typeof usePagePreview>;
  onChange: (text: string) => void;
};

/** The text, what is wrong with it, and the page that it makes. */
export function PageEditor({ text, revision, preview, onChange }: PageEditorProps) {
  const field = useRef<TextFieldHandle>(null);
  const { page, problems, isBehind } = preview;
  return (
    <div className="write-study-columns">
      <div className="stack">
        <Form method="post" className="stack" onSubmit={(event) => event.preventDefault()}>
          <input type="hidden" name="intent" value="save" />
          <input type="hidden" name="seenRevision" value={revision} />
          <TextField
            ref={field}
            name="text"
            label="The text of the page"
            path={pagePath}
            value={text}
            onChange={onChange}
            faults={faultsOf(problems)}
          />
          <noscript>
            <Button look="go">Save</Button>
          </noscript>
        </Form>
        <Problems problems={problems} onLine={(line) => field.current?.goToLine(line)} />
      </div>
      <section className="brief-preview" aria-label="The page as its readers see it">
        <p className="label">As readers see it{isBehind ? ", a moment behind" : ""}</p>
        {page ? (
          <>
            <h2 className="display">{page.title}</h2>
            <p className="lead">{page.keyIdea}</p>
            <Markdown blocks={page.body} diagramLabel={`Diagram, ${page.title}`} />
          </>
        ) : (
          <p className="small muted">The text cannot be read yet: see what is wrong beside it.</p>
        )}
      </section>
    </div>
  );
}

const lineOf = (field: string) => /^line (\d+)$/.exec(field)?.[1];

function faultsOf(problems: readonly Problem[]): SourceFault[] {
  return problems.flatMap(({ field, message, severity }) => {
    const line = lineOf(field);
    return line ? [{ line: Number(line), message, severity }] : [];
  });
}

function Problems({ problems, onLine }: { problems: readonly Problem[]; onLine: (line: number) => void }) {
  if (problems.length === 0) return <p className="small muted">Nothing is wrong with the text.</p>;
  return (
    <ul className="page-problems" aria-label="What is wrong with the text">
      {problems.map(({ field, message, severity }, at) => {
        const line = lineOf(field);
        return (
          <li key={at} className={severity}>
            <b>{severity === "error" ? "✕ Problem" : "! Warning"}</b>{" "}
            {line ? (
              <Button type="button" look="text" onClick={() => onLine(Number(line))}>
                {field}
              </Button>
            ) : (
              <code>{field}</code>
            )}{" "}
            {message}
          </li>
        );
      })}
    </ul>
  );
}
