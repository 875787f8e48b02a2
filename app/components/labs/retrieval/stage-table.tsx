import { Link } from "@remix-run/react";
import type { PassageView, StageRow, StageView } from "#app/domain/retrieval/lab/stage-rows.ts";
import { StageMark } from "./stage-mark.tsx";
import { countWords, stageTitles } from "./run-words.ts";

type StageTableProps = {
  stage: StageView;
  passages: Record<number, PassageView>;
  /** What the stage does. */
  note: string;
  /** Said where it has no candidates. */
  none: string;
};

/** The first candidates of a stage, where each stood before, and the passage that answers wherever it is. */
export function StageTable({ stage, passages, note, none }: StageTableProps) {
  const { name, rows, count, answerRank } = stage;
  const title = stageTitles[name];
  const hasBefore = name === "fused" || name === "ranked";
  return (
    <section className="stage" aria-labelledby={`stage-${name}`}>
      <h3 id={`stage-${name}`}>{title}</h3>
      <p className="small ink-2">{note}</p>
      {rows.length === 0 ? (
        <p className="serif stage-none">{none}</p>
      ) : (
        <>
          <table className="ledger stage-table">
            <caption className="visually-hidden">
              {title}: the first of {countWords(count, "candidate")}
            </caption>
            <thead>
              <tr>
                <th scope="col" className="r">
                  Rank
                </th>
                <th scope="col">Passage</th>
                {hasBefore ? <th scope="col">Before</th> : null}
                <th scope="col" className="r">
                  Score
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, nth) => (
                <Row
                  key={row.at}
                  row={row}
                  passage={passages[row.at]}
                  hasBefore={hasBefore}
                  isApart={nth > 0 && row.rank > (rows[nth - 1]?.rank ?? 0) + 1}
                />
              ))}
            </tbody>
          </table>
          <p className="tiny muted">{footWords(count, rows.length, answerRank)}</p>
        </>
      )}
    </section>
  );
}

function footWords(count: number, shown: number, answerRank: number | null): string {
  const of = `${shown} of ${countWords(count, "candidate")} shown`;
  return answerRank === null ? `${of}.` : `${of}; the answer is number ${answerRank}.`;
}

type RowProps = { row: StageRow; passage: PassageView | undefined; hasBefore: boolean; isApart: boolean };

function Row({ row, passage, hasBefore, isApart }: RowProps) {
  const { rank, score, before, mark } = row;
  const { title = "", heading = "", beginning = "", address = null } = passage ?? {};
  return (
    <tr className={[mark ?? "", isApart ? "apart" : ""].filter(Boolean).join(" ") || undefined}>
      <td className="r">{rank}</td>
      <th scope="row">
        <StageMark mark={mark} />
        {address ? <Link to={address}>{heading}</Link> : <b>{heading}</b>} <span className="muted">{title}</span>
        <span className="stage-beginning tiny">{beginning}</span>
      </th>
      {hasBefore ? <td className="stage-before">{beforeWords(before, rank)}</td> : null}
      <td className="r">{score.toFixed(score >= 10 ? 1 : score >= 0.1 ? 2 : 4)}</td>
    </tr>
  );
}

function beforeWords({ words, meaning, fused }: StageRow["before"], rank: number): string {
  if (fused === undefined) return [`words ${words ?? "–"}`, `meaning ${meaning ?? "–"}`].join(", ");
  if (fused === null) return "–";
  return fused === rank ? String(fused) : `${fused} ${fused > rank ? "↑" : "↓"}`;
}
