import { FigureBadges } from "#app/components/ledger/figure-badge.tsx";
import { SourceNote } from "#app/components/ui/source-note.tsx";
import { usd } from "#app/components/ui/usd.ts";
import type { BadgedFigure } from "#app/domain/content/figures-words.ts";
import {
  breakEvenRetrains,
  printedRetrievalUsd,
  retrievalLines,
  retrievalUsd,
  trainingRunUsd,
  tunedTokensUsd,
} from "#app/domain/simulator/retraining.ts";

type ArithmeticProps = { figures?: Readonly<Record<string, readonly BadgedFigure[]>> };

/** Both bills line by line, as printed and as their own inputs make them. */
export function BalanceArithmetic({ figures }: ArithmeticProps) {
  return (
    <details className="balance-arithmetic outline">
      <summary>
        As printed it balances at {breakEvenRetrains(printedRetrievalUsd).toFixed(1)}; recomputed, at{" "}
        {breakEvenRetrains(retrievalUsd).toFixed(1)}. The arithmetic
      </summary>
      <table className="ledger">
        <caption className="visually-hidden">The monthly bill of retrieval, printed and recomputed</caption>
        <thead>
          <tr>
            <th scope="col">RAG, a month</th>
            <th scope="col" className="r">
              Printed
            </th>
            <th scope="col" className="r dbl">
              Recomputed
            </th>
          </tr>
        </thead>
        <tbody>
          {retrievalLines.map((line) => (
            <tr key={line.label} className={line.computedUsd === line.printedUsd ? undefined : "off"}>
              <th scope="row">
                {line.label}
                <br />
                <span className="tiny muted">
                  {line.inputs},{" "}
                  <span className="cited">
                    <SourceNote source={line.source} />
                    <FigureBadges figures={figures?.[line.label]} />
                  </span>
                </span>
              </th>
              <td className="r">{usd(line.printedUsd)}</td>
              <td className="r dbl">{usd(line.computedUsd)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <td className="r">{usd(printedRetrievalUsd)}</td>
            <td className="r dbl">{usd(retrievalUsd)}</td>
          </tr>
        </tfoot>
      </table>
      <p className="tiny muted">
        Tuned: {usd(tunedTokensUsd)} of tokens (S0, lines 37–38) and {usd(trainingRunUsd)} a run, the lower end of what
        is printed (S0, line 34). ({usd(retrievalUsd)} − {usd(tunedTokensUsd)}) ÷ {usd(trainingRunUsd)} ={" "}
        {breakEvenRetrains(retrievalUsd).toFixed(2)} runs a month. Engineering time is in neither bill.
      </p>
    </details>
  );
}
