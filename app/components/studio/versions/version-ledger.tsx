import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Time } from "#app/components/ui/time.tsx";

export type VersionRow = {
  number: number;
  note: string;
  publishedAt: string;
  publishedBy: string | null;
  attempts: number;
  graded: number;
};

type VersionLedgerProps = { versions: readonly VersionRow[]; revision: number; canWrite: boolean };

/** What was published, the newest first. Any of them can become the draft again. */
export function VersionLedger({ versions, revision, canWrite }: VersionLedgerProps) {
  return (
    <table className="ledger folds version-ledger">
      <caption className="visually-hidden">Published versions, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Version</th>
          <th scope="col">Published</th>
          <th scope="col" className="r">
            Interviews
          </th>
          <th scope="col" className="r">
            Graded
          </th>
          {canWrite ? (
            <th scope="col" className="r">
              <span className="visually-hidden">Restore or export</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {versions.map((version) => (
          <VersionLine key={version.number} version={version} revision={revision} canWrite={canWrite} />
        ))}
      </tbody>
    </table>
  );
}

type VersionLineProps = { version: VersionRow; revision: number; canWrite: boolean };

function VersionLine({ version, revision, canWrite }: VersionLineProps) {
  const { number, note, publishedAt, publishedBy, attempts, graded } = version;
  return (
    <tr>
      <th scope="row" className="lead-cell">
        <div>
          Version {number}
          {note === "" ? null : <span className="version-note">{note}</span>}
        </div>
      </th>
      <td data-label="Published">
        <span>
          <Time iso={publishedAt} form="date-time" />
          {publishedBy ? `, ${publishedBy}` : null}
        </span>
      </td>
      <td className="r num" data-label="Interviews">
        <span>{attempts}</span>
      </td>
      <td className="r num" data-label="Graded">
        <span>{graded}</span>
      </td>
      {canWrite ? (
        <td className="r version-restore">
          <Form method="post" preventScrollReset>
            <input type="hidden" name="intent" value="restore-version" />
            <input type="hidden" name="seenRevision" value={revision} />
            <Button look="text" name="number" value={number}>
              Make it the draft<span className="visually-hidden"> again: version {number}</span>
            </Button>
          </Form>
          <Link to={`../export?version=${number}`} relative="path" reloadDocument>
            Export<span className="visually-hidden"> version {number}</span>
          </Link>
        </td>
      ) : null}
    </tr>
  );
}
