import { LedgerHead } from "#app/components/ui/ledger.tsx";
import type { UsageLine } from "#app/domain/usage/usage.ts";
import { costWords, countWords, differenceWords, dollars, purposeWords, secondsWords } from "./usage-words.ts";

/** What the model was called for: one row for each purpose and model, the dearest first. */
export function UsageLedger({ lines }: { lines: readonly UsageLine[] }) {
  return (
    <table className="ledger folds usage-ledger">
      <caption className="visually-hidden">Calls of the last 30 days by purpose and model</caption>
      <LedgerHead
        of="For"
        figures={["Calls", "Tokens in", "From cache", "Tokens out", "Cost", "Estimate", "Median, p95"]}
      />
      <tbody>
        {lines.map((line) => (
          <Row key={`${line.purpose} ${line.model}`} line={line} />
        ))}
      </tbody>
      <Total lines={lines} />
    </table>
  );
}

function Row({ line }: { line: UsageLine }) {
  return (
    <tr>
      <th scope="row" className="lead-cell">
        {purposeWords(line.purpose)} <span className="usage-model">{line.model}</span>
      </th>
      <td className="r" data-label="Calls">
        {countWords(line.calls)}
      </td>
      <td className="r" data-label="Tokens in">
        {countWords(line.input + line.cacheWrite)}
      </td>
      <td className="r" data-label="From cache">
        {countWords(line.cacheRead)}
      </td>
      <td className="r" data-label="Tokens out">
        {countWords(line.output)}
      </td>
      <td className="r" data-label="Cost">
        {costWords(line.costUsd)}
      </td>
      <td className="r" data-label="Estimate">
        <Estimate line={line} />
      </td>
      <td className="r" data-label="Median, p95">
        {line.medianLatencyMs === null
          ? "–"
          : `${secondsWords(line.medianLatencyMs)}, ${secondsWords(line.p95LatencyMs)}`}
      </td>
    </tr>
  );
}

function Estimate({ line: { estimatedUsd, actualUsd } }: { line: UsageLine }) {
  if (estimatedUsd === null || actualUsd === null || estimatedUsd === 0) return <>–</>;
  return (
    <span>
      {dollars(estimatedUsd)} <span className="usage-difference">{differenceWords(estimatedUsd, actualUsd)}</span>
    </span>
  );
}

function Total({ lines }: { lines: readonly UsageLine[] }) {
  const sum = (of: (line: UsageLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  const costUsd = lines.every((line) => line.costUsd === null) ? null : sum((line) => line.costUsd ?? 0);
  return (
    <tfoot>
      <tr>
        <th scope="row">Together</th>
        <td className="r" data-label="Calls">
          {countWords(sum(({ calls }) => calls))}
        </td>
        <td className="r" data-label="Tokens in">
          {countWords(sum(({ input, cacheWrite }) => input + cacheWrite))}
        </td>
        <td className="r" data-label="From cache">
          {countWords(sum(({ cacheRead }) => cacheRead))}
        </td>
        <td className="r" data-label="Tokens out">
          {countWords(sum(({ output }) => output))}
        </td>
        <td className="r" data-label="Cost">
          {costWords(costUsd)}
        </td>
        <td className="r usage-blank">–</td>
        <td className="r usage-blank">–</td>
      </tr>
    </tfoot>
  );
}
