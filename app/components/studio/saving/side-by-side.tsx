import { memo } from "react";
import type { DifferencePart } from "#app/domain/authoring/merging.ts";
import { sideBySide, type SideBySideRow } from "#app/domain/authoring/side-by-side.ts";

type SideBySideProps = { mine: string | null; theirs: string | null; who: string };

/** Both versions of a file, with what differs marked; under each other where there is no room beside. */
export const SideBySide = memo(function SideBySide({ mine, theirs, who }: SideBySideProps) {
  if (mine === null || theirs === null) {
    return (
      <p className="small">
        {mine === null ? `You removed this file; ${who} changed it.` : `${who} removed this file; you changed it.`}
      </p>
    );
  }
  return (
    <table className="side-by-side">
      <thead>
        <tr>
          <th scope="col">Yours</th>
          <th scope="col">{who}</th>
        </tr>
      </thead>
      <tbody>
        {sideBySide(mine, theirs).map((row, at) => (
          <Row key={at} row={row} who={who} />
        ))}
      </tbody>
    </table>
  );
});

function Row({ row, who }: { row: SideBySideRow; who: string }) {
  if (row.kind === "skipped") {
    return (
      <tr className="skipped">
        <td colSpan={2}>{row.count} lines are the same</td>
      </tr>
    );
  }
  if (row.kind === "same") {
    return (
      <tr className="same">
        <td colSpan={2}>
          <pre>{row.lines.join("\n")}</pre>
        </td>
      </tr>
    );
  }
  return (
    <tr className="different">
      <td data-label="Yours">
        <Parts parts={row.mine} />
      </td>
      <td data-label={who}>
        <Parts parts={row.theirs} />
      </td>
    </tr>
  );
}

/** What only one version has is marked by a line and by name, not by colour alone. */
function Parts({ parts }: { parts: readonly DifferencePart[] }) {
  if (parts.length === 0) return <p className="small muted">Nothing here</p>;
  return (
    <pre>
      {parts.map(({ text, kind }, at) => (kind === "same" ? <span key={at}>{text}</span> : <ins key={at}>{text}</ins>))}
    </pre>
  );
}
