import { useEffect, useRef, useState, type CSSProperties } from "react";
import { ApproachGlyph } from "#app/components/ui/approach.tsx";
import { usd } from "#app/components/ui/usd.ts";
import { approachName, type Approach } from "#app/domain/scenarios/approach.ts";
import { trainingRunUsd, tunedTokensUsd, weigh } from "#app/domain/simulator/retraining.ts";
import type { BadgedFigure } from "#app/domain/content/figures-words.ts";
import { BalanceArithmetic } from "./balance-arithmetic.tsx";
import { retrainWords, weighingWords } from "./balance-words.ts";
import "./balance.css";

const mostRetrains = 4.4;
/** The beam tips towards the dearer side, and never further than its stand allows. */
const tipDegrees = (differenceUsd: number) => 10.5 * Math.tanh(differenceUsd / 1000);

type BalanceProps = {
  retrains: number;
  /** The entries of the ledger behind the lines of the bill, by their labels. */
  figures?: Readonly<Record<string, readonly BadgedFigure[]>>;
};

/** One published budget as a balance. Without scripts the slider is a form that the server answers. */
export function Balance({ retrains: initial, figures }: BalanceProps) {
  const [retrains, setRetrains] = useState(initial);
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
      <Slider initial={initial} retrains={retrains} onMove={setRetrains} />
      <p className="balance-verdict" aria-live="polite">
        {weighingWords(weighing)}
      </p>
      <BalanceArithmetic figures={figures} />
    </figure>
  );
}

type SliderProps = { initial: number; retrains: number; onMove: (retrains: number) => void };

function Slider({ initial, retrains, onMove }: SliderProps) {
  const slider = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // What was moved before this page came alive counts.
    if (slider.current) onMove(slider.current.valueAsNumber);
  }, [onMove]);
  return (
    <form method="get" className="balance-control" onSubmit={(event) => event.preventDefault()}>
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
        onChange={(event) => onMove(event.target.valueAsNumber)}
      />
      <noscript>
        <button className="btn">Weigh it</button>
      </noscript>
    </form>
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
