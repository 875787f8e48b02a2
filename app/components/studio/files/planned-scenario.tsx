import { Change } from "#app/components/studio/versions/version-difference.tsx";
import { Field } from "#app/components/ui/field.tsx";
import type { PlannedView } from "#app/domain/authoring/import-plan.ts";
import { changeWords, kindWords, problemWords } from "./import-words.ts";
import "#app/components/studio/versions/versions.css";

export type Planned = PlannedView;

/** More than anybody reads here; the draft's own page has all of them. */
const mostChanges = 60;

/** One scenario of a zip: what it would become, what changes, and what is wrong with it. */
export function PlannedScenario({ planned, refusal }: { planned: Planned; refusal: string | null }) {
  const { slug, title, kind, proposal, files, changes, problems } = planned;
  const canImport = kind !== "same" && kind !== "refused";
  const id = `import-${slug}`;
  return (
    <section className="spread planned" aria-labelledby={`title-${slug}`}>
      <p className="label">{kindWords[kind]}</p>
      <div className="planned-body">
        <h2 className="list-row-title serif" id={`title-${slug}`}>
          {title}
        </h2>
        <p className="small muted">
          <code>{slug}</code>
        </p>
        {refusal ? (
          <p className="field-error" role="alert">
            {refusal}
          </p>
        ) : null}
        {planned.refusal ? <p>{planned.refusal}</p> : null}
        {canImport ? (
          <label className="check-line" htmlFor={id}>
            <input id={id} type="checkbox" name="import" value={slug} defaultChecked />
            <span>Import {title}</span>
          </label>
        ) : null}
        {kind === "taken" ? (
          <Field
            label="Name in the address"
            name={`name:${slug}`}
            defaultValue={proposal ?? ""}
            maxLength={60}
            hint={`${slug} is a scenario that ships, so it cannot be the name of another.`}
          />
        ) : null}
        {files.length > 0 ? <Files files={files} isNew={kind !== "changes"} /> : null}
        {changes.length > 0 ? <Changes changes={changes} /> : null}
        {problems.length > 0 ? <Problems problems={problems} /> : null}
      </div>
    </section>
  );
}

function Files({ files, isNew }: { files: Planned["files"]; isNew: boolean }) {
  const words = files.length === 1 ? "One file" : `${files.length} files`;
  return (
    <details open={!isNew}>
      <summary>{isNew ? words : `${words} changed`}</summary>
      <ul className="file-changes">
        {files.map((file) => (
          <li key={file.path}>
            <code>{file.path}</code> <span className="small muted num">{changeWords(file)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Changes({ changes }: { changes: Planned["changes"] }) {
  return (
    <details>
      <summary>
        {changes.length === 1
          ? "What changes for candidates and graders"
          : `${changes.length} changes for candidates and graders`}
      </summary>
      <ol className="version-changes">
        {changes.slice(0, mostChanges).map((change, at) => (
          <li key={`${change.where} ${at}`}>
            <Change change={change} />
          </li>
        ))}
      </ol>
      {changes.length > mostChanges ? <p className="small muted">And {changes.length - mostChanges} more.</p> : null}
    </details>
  );
}

function Problems({ problems }: { problems: Planned["problems"] }) {
  return (
    <details>
      <summary>{problemWords(problems)}. It can be imported and put right afterwards.</summary>
      <ul className="plan-problems small">
        {problems.map(({ file, field, message, severity }, at) => (
          <li key={at} className={severity}>
            <code>
              {file} {field}
            </code>{" "}
            {message}
          </li>
        ))}
      </ul>
    </details>
  );
}
