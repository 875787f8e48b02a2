import { Form, useNavigation } from "@remix-run/react";
import { graderName } from "#app/components/scorecard/grader-name.ts";
import { bandName } from "#app/components/ui/band-scale.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { GraderName } from "#app/domain/grading/grade.ts";
import type { Band } from "#app/domain/scenarios/schema.ts";
import { some } from "./regrade-words.ts";

export type Regradable = {
  id: string;
  name: string;
  finishedAt: string;
  version: number | null;
  grade: { score: number; band: Band; grader: GraderName } | null;
};

/** What was chosen before, as the form sends it. */
export type Chosen = { which: string; on: number; grader: GraderName; sessions: readonly string[] };

type ChooseSessionsProps = {
  sessions: readonly Regradable[];
  versions: readonly number[];
  canUseAnthropic: boolean;
  chosen: Chosen | null;
};

/** Which interviews, on which version, by which grader. Nothing is graded before the next step. */
export function ChooseSessions({ sessions, versions, canUseAnthropic, chosen }: ChooseSessionsProps) {
  const isBusy = useNavigation().state !== "idle";
  return (
    <Form method="post" className="choose-sessions" preventScrollReset>
      <div className="regrade-fields">
        <Which sessions={sessions} versions={versions} chosen={chosen} />
        <div className="field">
          <label htmlFor="regrade-on">On</label>
          <select id="regrade-on" name="on" defaultValue={chosen?.on ?? versions[0]}>
            {versions.map((number) => (
              <option key={number} value={number}>
                Version {number}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="regrade-grader">By</label>
          <select id="regrade-grader" name="grader" defaultValue={chosen?.grader ?? "offline"}>
            <option value="offline">{graderName.offline}</option>
            {canUseAnthropic ? <option value="anthropic">{graderName.anthropic}</option> : null}
          </select>
        </div>
      </div>
      <Button name="intent" value="plan" disabled={isBusy}>
        See what it takes
      </Button>
      <SessionTable sessions={sessions} ticked={new Set(chosen?.sessions ?? [])} />
    </Form>
  );
}

function Which({ sessions, versions, chosen }: Omit<ChooseSessionsProps, "canUseAnthropic">) {
  const counted = versions
    .map((number) => ({ number, many: sessions.filter(({ version }) => version === number).length }))
    .filter(({ many }) => many > 0);
  // Those on an older version are why one grades again.
  const usual = counted.find(({ number }) => number !== versions[0]) ?? counted[0];
  return (
    <div className="field">
      <label htmlFor="regrade-which">Interviews</label>
      <select id="regrade-which" name="which" defaultValue={chosen?.which ?? `${usual?.number ?? "ticked"}`}>
        {counted.map(({ number, many }) => (
          <option key={number} value={number}>
            All on version {number}: {many}
          </option>
        ))}
        <option value="ticked">Those ticked below</option>
      </select>
    </div>
  );
}

function SessionTable({ sessions, ticked }: { sessions: readonly Regradable[]; ticked: ReadonlySet<string> }) {
  return (
    <table className="ledger folds regradable">
      <caption className="visually-hidden">{some(sessions.length, "finished interview")}, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Interview</th>
          <th scope="col">Finished</th>
          <th scope="col">Version</th>
          <th scope="col">Grade</th>
        </tr>
      </thead>
      <tbody>
        {sessions.map(({ id, name, finishedAt, version, grade }) => (
          <tr key={id}>
            <th scope="row" className="lead-cell">
              <label className="choice">
                <input type="checkbox" name="session" value={id} defaultChecked={ticked.has(id)} />
                {name}
              </label>
            </th>
            <td data-label="Finished">
              <Time iso={finishedAt} form="date-time" />
            </td>
            <td className="num" data-label="Version">
              {version ?? "not known"}
            </td>
            <td className="num" data-label="Grade">
              {grade ? `${grade.score}, ${bandName[grade.band].toLowerCase()}` : "none yet"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
