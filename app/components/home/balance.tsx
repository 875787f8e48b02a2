import { Form } from "@remix-run/react";
import { useEffect, useRef, useState, type CSSProperties } from "react";
import { ApproachGlyph } from "#app/components/ui/approach.tsx";
import { SourceNote } from "#app/components/ui/source-note.tsx";
import { usd } from "#app/components/ui/usd.ts";
import { approachName, type Approach } from "#app/domain/scenarios/approach.ts";
import {
  breakEvenRetrains,
  printedRetrievalUsd,
  retrievalLines,
  retrievalUsd,
  trainingRunUsd,
  tunedTokensUsd,
  weigh,
} from "#app/domain/simulator/retraining.ts";
import { retrainWords, weighingWords } from "./balance-words.ts";
import "./balance.css";

const mostRetrains = 4.4;
/** The beam tips towards the dearer side, and never further than its stand allows. */
const tipDegrees = (differenceUsd: number) => 10.5 * Math.tanh(differenceUsd / 1000);

/** One published budget as a balance. Without scripts the slider is a form that the server answers. */
export function Balance({ retrains: initial }: { retrains: number }) {
  const [retrains, setRetrains] = useState(initial);
  const slider = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // What was moved before this page came alive counts.
    if (slider.current) setRetrains(slider.current.valueAsNumber);
  }, []);
  const weighing = weigh(retrains);
  const tuned =
    retrains === 0
      ? `${usd(tunedTokensUsd)}, never again`
      : `${usd(tunedTokensUsd)} + ${retrains.toFixed(1)} × ${usd(trainingRunUsd)}`;
  return (
    <figure className="balance">
      <figcaption>
        <span className="label">One system, two defensible answers</span>
        <p className="balance-question">
          Document Q&amp;A, 50,000 queries a day. What tips it is how often the model has to be trained again.
        </p>
      </figcaption>
      <div
        className="balance-drawing"
        role="img"
        aria-label={`RAG ${usd(weighing.ragUsd)} a month, fine-tune ${usd(weighing.tunedUsd)} a month`}
        style={{ "--tip": `${tipDegrees(weighing.tunedUsd - weighing.ragUsd)}deg` } as CSSProperties}
      >
        <span className="balance-stand" />
        <span className="balance-beam" />
        <Pan side="left" approach="rag" amountUsd={weighing.ragUsd} note="a month, flat" />
        <Pan side="right" approach="fine-tune" amountUsd={weighing.tunedUsd} note={tuned} />
      </div>
      <Form method="get" preventScrollReset className="balance-control">
        <label className="row between" htmlFor="retrains">
          <span className="medium">Trained again</span>
          <output className="num medium" htmlFor="retrains">
            {retrainWords(retrains)}
          </output>
        </label>
        <input
          ref={slider}
          id="retrains"
          name="retrains"
          type="range"
          min="0"
          max={mostRetrains}
          step="0.1"
          defaultValue={initial}
          aria-valuetext={retrainWords(retrains)}
          style={{ "--p": `${(100 * retrains) / mostRetrains}%` } as CSSProperties}
          onChange={(event) => setRetrains(event.target.valueAsNumber)}
        />
        <noscript>
          <button className="btn">Weigh it</button>
        </noscript>
      </Form>
      <p className="balance-verdict" aria-live="polite">
        {weighingWords(weighing)}
      </p>
      <Arithmetic />
    </figure>
  );
}

type PanProps = { side: "left" | "right"; approach: Approach; amountUsd: number; note: string };

function Pan({ side, approach, amountUsd, note }: PanProps) {
  return (
    <div className={`balance-pan ${side}`} data-approach={approach}>
      <ApproachGlyph approach={approach} />
      <b className="balance-name">{approachName[approach]}</b>
      <span className="balance-amount">{usd(amountUsd)}</span>
      <span className="tiny muted num">{note}</span>
    </div>
  );
}

function Arithmetic() {
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
                  {line.inputs}, <SourceNote source={line.source} />
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
