import { Plus } from "lucide-react";
import { useState, type KeyboardEvent } from "react";
import { answerPath, isDraftPath } from "#app/domain/authoring/draft.ts";
import { calibrationKinds } from "#app/domain/grading/calibration/calibration.ts";
import { useEdit } from "./draft-edit.ts";
import { useLeading } from "./open-parts.ts";

function skeleton(author: string): string {
  const lines = ["---", `author: ${JSON.stringify(author)}`, "band: beginning", "verdicts: {}", "---"];
  return `${lines.join("\n")}\n## Interviewer\nThe question.\n## Candidate\nThe answer.\n`;
}

function nameOf(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** A sample answer under a name of its own; those that every scenario should have are proposed. */
export function AddAnswer({ taken, author }: { taken: readonly string[]; author: string }) {
  const missing = calibrationKinds.filter((kind) => !taken.includes(kind));
  const [typed, setTyped] = useState<string>("");
  const { change } = useEdit();
  const { reveal } = useLeading();
  const name = nameOf(typed) || missing[0] || "";
  const problem = taken.includes(name) ? `There is an answer named ${name} already.` : null;
  const add = () => {
    const path = answerPath(name);
    if (problem || !isDraftPath(path)) return;
    change((files) => (path in files ? files : { ...files, [path]: skeleton(author) }));
    setTyped("");
    reveal(`${path}/transcript`);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  };
  return (
    <div className="add-answer">
      <div className="field">
        <label htmlFor="answer-name">Name of a new answer</label>
        <input
          id="answer-name"
          className="input"
          list="answer-kinds"
          autoComplete="off"
          maxLength={60}
          placeholder={missing[0]}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={press}
          aria-describedby="answer-name-problem"
        />
        {missing.length > 0 ? (
          <p className="hint">Expected and missing: {missing.map((kind) => kind.replaceAll("-", " ")).join(", ")}.</p>
        ) : null}
        <p className="error" id="answer-name-problem" role="status">
          {problem}
        </p>
      </div>
      <datalist id="answer-kinds">
        {missing.map((kind) => (
          <option key={kind} value={kind}>
            {kind.replaceAll("-", " ")}
          </option>
        ))}
      </datalist>
      <button type="button" className="btn draft-add" onClick={add} disabled={problem !== null || name === ""}>
        <Plus aria-hidden="true" /> Add a sample answer
      </button>
    </div>
  );
}
