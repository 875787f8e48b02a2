import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { sourceWords } from "#app/components/ui/source-note.tsx";
import type { TuningResult } from "#app/domain/simulator/tuning/tuning-result.ts";
import { shareWords } from "./tuning-words.ts";

type Row = { what: string; trained: string; share: string; says: ReactNode };

const whole = (count: number) => count.toLocaleString("en-US");
const cite = (figure: string, source: string) => <Link to={`/figures#${figure}`}>{sourceWords(source)}</Link>;

/** Mistral 7B with rank 16 on seven projections of each layer, as the ledger counts it. */
const large = { trained: 41_943_040, all: 7_248_000_000 };

function rowsOf({ weights, full, lora, inputs }: TuningResult): Row[] {
  return [
    {
      what: "All weights, here",
      trained: whole(full.trained),
      share: "100 %",
      says: <>100 % for full training, {cite("s1-full-share", "S1:64")}</>,
    },
    {
      what: `Adapter of rank ${inputs.rank}, here`,
      trained: whole(lora.trained),
      share: shareWords(lora.trained / weights),
      says: (
        <>
          below 1 %, {cite("s1-adapter-share", "S1:66")}; about 0.5 to 1 %, {cite("s0-trainable-share", "S0:121")}
        </>
      ),
    },
    {
      what: "Adapter of rank 16, seven billion weights",
      trained: whole(large.trained),
      share: shareWords(large.trained / large.all),
      says: <>inside both, recomputed from the model’s shapes</>,
    },
    {
      what: "Soft prompt",
      trained: "some",
      share: "above 0 %",
      says: (
        <>
          0 %, {cite("s1-prompt-tuning-share", "S1:68")}: <Link to="/figures#c55">it trains a few virtual tokens</Link>
        </>
      ),
    },
  ];
}

/** How many numbers were trained, counted, beside what the sources say of models a million times larger. */
export function TrainedShare({ result }: { result: TuningResult }) {
  return (
    <section className="part" aria-labelledby="share">
      <h2 id="share">How much of it was trained</h2>
      <table className="ledger folds tuning-table">
        <thead>
          <tr>
            <th scope="col">Trained</th>
            <th scope="col" className="r">
              Numbers
            </th>
            <th scope="col" className="r">
              Share
            </th>
            <th scope="col">The sources say</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(result).map(({ what, trained, share, says }) => (
            <tr key={what}>
              <th scope="row" className="lead-cell">
                {what}
              </th>
              <td className="r" data-label="Numbers">
                {trained}
              </td>
              <td className="r" data-label="Share">
                {share}
              </td>
              <td data-label="The sources say">
                <span>{says}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Notes result={result} />
    </section>
  );
}

function Notes({ result: { weights, lora, full, inputs } }: { result: TuningResult }) {
  const [adapted, tuned] = [lora.curve.at(-1), full.curve.at(-1)];
  return (
    <div className="tuning-notes">
      <p>
        <b>Why it is more here.</b> An adapter of rank r on a layer of n by n weights has 2 r n numbers, which is 2 r /
        n of them. At 4,096 by 4,096 and rank 16 that is {shareWords(32 / 4096)}; at 48 by 48 and rank {inputs.rank} it
        is {shareWords((2 * inputs.rank) / 48)}, and the thin first and last layers add to it. Small shares are a gift
        of width.
      </p>
      <p>
        <b>What has to be held while training.</b> Adam keeps a gradient and two running means for every trained number:{" "}
        {whole(4 * weights)} numbers for all weights, {whole(weights + 4 * lora.trained)} for the frozen base and its
        adapter. On large models that is where the memory goes; whether a source then speaks of 16 or 32 bits a number{" "}
        <Link to="/figures#c24">decides between 14 and 28 GB</Link>.
      </p>
      {adapted && tuned && !lora.diverged && !full.diverged ? (
        <p>
          <b>What it costs in quality.</b> The adapter reached {shareWords(adapted.heldOutAccuracy)} where full
          fine-tuning reached {shareWords(tuned.heldOutAccuracy)}:{" "}
          {shareWords(adapted.heldOutAccuracy / tuned.heldOutAccuracy)} of it, on this task and seed. The “95 % quality”
          of {cite("s1-adapter-quality", "S1:67")} names neither a task nor a measure.
        </p>
      ) : null}
    </div>
  );
}
