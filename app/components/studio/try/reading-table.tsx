import { Form, Link, useSearchParams } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import { useState, type ChangeEvent } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { bandName } from "#app/components/ui/band-scale.tsx";
import { verdictName } from "#app/components/ui/verdict.tsx";
import type {
  CellReading,
  ColumnReading,
  ReadingTable as Table,
  TableCell,
  TableColumn,
  TableCriterion,
  TableItem,
} from "#app/domain/authoring/dry-run/reading-table.ts";
import { markKind } from "#app/domain/grading/scorecard/marked-transcript.ts";
import { ItemVerdict, itemVerdictName } from "./item-verdict.tsx";
import { answerWords, graderShort } from "./try-words.ts";

type ReadingTableProps = { table: Table; path: string; chosen: string | null };

/** Checks down, answers across; on a narrow page one answer at a time. A row opens to the words it rests on. */
export function ReadingTable({ table, path, chosen }: ReadingTableProps) {
  const { columns, criteria } = table;
  const shown = columns.some(({ answer }) => answer === chosen) ? chosen : (columns[0]?.answer ?? null);
  const both = new Set(columns.flatMap(({ read }) => read.map(({ grader }) => grader))).size > 1;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const ids = criteria.flatMap(({ items }) => items.map(({ id }) => id));
  const toggle = (id: string) =>
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const isAllOpen = open.size === ids.length;
  return (
    <>
      <AnswerChoice columns={columns} shown={shown} />
      <p className="reading-bar">
        <Button
          type="button"
          look="text"
          className="small needs-script"
          onClick={() => setOpen(new Set(isAllOpen ? [] : ids))}
        >
          {isAllOpen ? "Close all quotes" : "Open all quotes"}
        </Button>
        <span className="small muted">
          Where a label says otherwise it stands below the verdict. The labels are the author’s.
        </span>
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table that scrolls is reached by keyboard */}
      <div className="scroll-x" role="region" aria-label="Table of verdicts" tabIndex={0}>
        <table className="ledger readings">
          <caption className="visually-hidden">Verdicts on each check by sample answer</caption>
          <thead>
            <tr>
              <th scope="col">Check</th>
              {columns.map((column) => (
                <ColumnHead key={column.answer} column={column} path={path} both={both} shown={shown} />
              ))}
            </tr>
          </thead>
          {criteria.map((criterion) => (
            <CriterionRows key={criterion.id} {...{ criterion, columns, shown, both, open, toggle }} />
          ))}
        </table>
      </div>
    </>
  );
}

/** For a narrow page: which answer. Without JavaScript a button sends it. */
function AnswerChoice({ columns, shown }: { columns: readonly TableColumn[]; shown: string | null }) {
  const [params, setParams] = useSearchParams();
  const choose = (event: ChangeEvent<HTMLSelectElement>) => {
    const next = new URLSearchParams(params);
    next.set("answer", event.target.value);
    setParams(next, { preventScrollReset: true, replace: true });
  };
  return (
    <Form className="answer-choice" preventScrollReset>
      <label className="small" htmlFor="answer-choice">
        Answer
      </label>
      <select id="answer-choice" name="answer" className="input" value={shown ?? ""} onChange={choose}>
        {columns.map(({ answer }) => (
          <option key={answer} value={answer}>
            {answerWords(answer)}
          </option>
        ))}
      </select>
      <noscript>
        <Button>Show</Button>
      </noscript>
    </Form>
  );
}

const cellClass = (answer: string, shown: string | null) => (answer === shown ? "reading shown" : "reading");

type ColumnHeadProps = { column: TableColumn; path: string; both: boolean; shown: string | null };

function ColumnHead({ column: { answer, labelledBand, read }, path, both, shown }: ColumnHeadProps) {
  return (
    <th scope="col" className={cellClass(answer, shown)}>
      <Link to={`${path}/try/answers/${answer}`}>{answerWords(answer)}</Link>
      {read.map((each) => (
        <HeadReading key={each.grader} read={each} labelledBand={labelledBand} both={both} />
      ))}
      {labelledBand ? <span className="reading-label">labelled {bandName[labelledBand].toLowerCase()}</span> : null}
      {read.every(({ isCurrent }) => isCurrent) ? null : (
        <span className="reading-label">changed since it was read</span>
      )}
    </th>
  );
}

function scoreWords(scores: readonly number[]): string {
  const [lowest, highest] = [Math.min(...scores), Math.max(...scores)];
  return lowest === highest ? String(lowest) : `${lowest} to ${highest}`;
}

type HeadReadingProps = { read: ColumnReading; labelledBand: TableColumn["labelledBand"]; both: boolean };

function HeadReading({ read: { grader, scores, band, message }, labelledBand, both }: HeadReadingProps) {
  const differs = band !== null && labelledBand !== null && band !== labelledBand;
  return (
    <span className={differs ? "reading-score differs" : "reading-score"}>
      {both ? <span className="muted">{graderShort[grader]}</span> : null}
      {band === null ? (
        <span>Not graded: {message}</span>
      ) : (
        <span>
          <b className="num">{scoreWords(scores)}</b> {bandName[band].toLowerCase()}
        </span>
      )}
    </span>
  );
}

type RowsProps = {
  criterion: TableCriterion;
  columns: readonly TableColumn[];
  shown: string | null;
  both: boolean;
  open: ReadonlySet<string>;
  toggle: (id: string) => void;
};

function CriterionRows({ criterion, columns, shown, both, open, toggle }: RowsProps) {
  return (
    <tbody>
      <tr className="criterion-row">
        <th scope="rowgroup" colSpan={columns.length + 1}>
          <span className="criterion-key">{criterion.key}</span> {criterion.title}
        </th>
      </tr>
      {criterion.items.map((item) => (
        <ItemRows key={item.id} item={item} shown={shown} both={both} isOpen={open.has(item.id)} toggle={toggle} />
      ))}
    </tbody>
  );
}

type ItemRowsProps = {
  item: TableItem;
  shown: string | null;
  both: boolean;
  isOpen: boolean;
  toggle: (id: string) => void;
};

function ItemRows({ item, shown, both, isOpen, toggle }: ItemRowsProps) {
  const { id, key, title, asks, isRedFlag, cells } = item;
  return (
    <>
      <tr id={`check-${id}`}>
        <th scope="row">
          <button
            type="button"
            className="reading-open"
            aria-expanded={isOpen}
            aria-controls={`quotes-${id}`}
            onClick={() => toggle(id)}
          >
            <span className="check-key">{key}</span>
            <span>
              {title}
              {isRedFlag ? <span className="muted"> red flag</span> : null}
            </span>
            <ChevronDown aria-hidden="true" />
          </button>
        </th>
        {cells.map((cell) => (
          <Cell key={cell.answer} cell={cell} isRedFlag={isRedFlag} both={both} shown={shown} />
        ))}
      </tr>
      <tr id={`quotes-${id}`} className={isOpen ? "quotes-row" : "quotes-row closed"}>
        <td className="small ink-2">{asks}</td>
        {cells.map((cell) => (
          <Quotes key={cell.answer} cell={cell} both={both} shown={shown} />
        ))}
      </tr>
    </>
  );
}

type CellProps = { cell: TableCell; both: boolean; shown: string | null };

function Cell({ cell, isRedFlag, both, shown }: CellProps & { isRedFlag: boolean }) {
  const { answer, labelled, read } = cell;
  const differs = read.some((each) => each.differs);
  return (
    <td className={`${cellClass(answer, shown)}${differs ? " differs" : ""}`}>
      {read.length === 0 ? <span className="muted">Not read</span> : null}
      {read.map((each) => (
        <span key={each.grader} className="reading-verdict">
          {both ? <span className="tiny muted">{graderShort[each.grader]}</span> : null}
          <ItemVerdict verdict={each.verdict} isRedFlag={isRedFlag} />
          {each.of > 1 && each.same < each.of ? (
            <span className="tiny muted num">
              {each.same} of {each.of}
            </span>
          ) : null}
        </span>
      ))}
      {differs && labelled ? (
        <span className="reading-label">
          labelled {itemVerdictName(labelled, isRedFlag, verdictName).toLowerCase()}
        </span>
      ) : null}
    </td>
  );
}

function Quotes({ cell: { answer, read }, both, shown }: CellProps) {
  return (
    <td className={cellClass(answer, shown)}>
      {read.map((each) => (
        <QuotesOf key={each.grader} read={each} both={both} />
      ))}
    </td>
  );
}

function QuotesOf({ read: { grader, quotes, reason, verdict }, both }: { read: CellReading; both: boolean }) {
  return (
    <div className="reading-quotes">
      {both ? <p className="tiny muted">{graderShort[grader]}</p> : null}
      {quotes.map((quote) => (
        <blockquote key={quote} className="serif">
          <mark className={markKind[verdict]}>{quote}</mark>
        </blockquote>
      ))}
      {reason ? <p className="tiny ink-2">{reason}</p> : null}
      {quotes.length === 0 && !reason ? <p className="tiny muted">No words for it.</p> : null}
    </div>
  );
}
