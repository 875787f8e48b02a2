import { Link } from "@remix-run/react";
import { mislabelledShare } from "#app/domain/simulator/tuning/tasks.ts";
import type { TuningResult } from "#app/domain/simulator/tuning/tuning-result.ts";
import { useLabState } from "../use-lab-state.ts";
import { AdapterSwap } from "./adapter-swap.tsx";
import { CurveCharts } from "./curve-charts.tsx";
import { Maps } from "./maps/maps.tsx";
import { SourceSettings } from "./source-settings.tsx";
import { TrainedShare } from "./trained-share.tsx";
import { TrainingStatus } from "./training-status.tsx";
import { TuningForm } from "./tuning-form.tsx";
import { isPreset, presetHref, readTuningState, tuningPresets } from "./tuning-state.ts";
import { headlineWords, shareWords } from "./tuning-words.ts";
import { resultFor, useTraining, type Training } from "./run/use-training.ts";
import "./tuning.css";

/** The whole lab; `served` is the run that the server trained, or null where only a browser can. */
export function TuningLab({ served }: { served: TuningResult | null }) {
  const lab = useLabState();
  const state = readTuningState(lab.params);
  const training = useTraining(state.inputs, served);
  const result = resultFor(training, state.inputs);
  const shown = result ?? training.result;
  const curves = result ? { full: result.full.curve, lora: result.lora.curve } : training.curves;
  return (
    <>
      <Presets state={state} />
      <div className="tuning-grid">
        <TuningForm state={state} lab={lab} />
        <div className="tuning-answer">
          <div className="tuning-headline serif" aria-live="polite">
            {result ? (
              headlineWords(result).map((sentence) => <p key={sentence}>{sentence}</p>)
            ) : (
              <Waiting training={training} />
            )}
          </div>
          <TrainingStatus training={training} isShown={result !== null} />
          <Tasks />
        </div>
      </div>
      {shown && !result ? (
        <p className="tuning-earlier small muted">
          Until this run is done, the maps and tables are those of the run before it.
        </p>
      ) : null}
      {shown ? <Maps result={shown} /> : null}
      <CurveCharts curves={curves} result={result} steps={state.inputs.steps} />
      {shown ? <AdapterSwap result={shown} /> : null}
      {shown ? <TrainedShare result={shown} /> : null}
      <SourceSettings inputs={state.inputs} />
      <p className="tuning-reading small">
        Explained in <Link to="/learn/training-failures">Diagnosing a tuned model</Link>,{" "}
        <Link to="/learn/adapters-and-memory">Adapters and memory</Link> and{" "}
        <Link to="/learn/fine-tuning-pipeline">The fine-tuning pipeline</Link>.
      </p>
    </>
  );
}

function Presets({ state }: { state: ReturnType<typeof readTuningState> }) {
  const chosen = tuningPresets.find((preset) => isPreset(preset, state.inputs));
  return (
    <>
      <nav className="tabs preset-tabs" aria-label="Runs to try">
        {tuningPresets.map((preset) => (
          <Link
            key={preset.name}
            to={presetHref(preset)}
            aria-current={preset === chosen ? "page" : undefined}
            preventScrollReset
          >
            {preset.name}
          </Link>
        ))}
      </nav>
      <p className="tuning-preset small ink-2">{chosen?.shows ?? "Inputs of your own."}</p>
    </>
  );
}

function Waiting({ training: { state } }: { training: Training }) {
  if (state === "stopped") return <p>Stopped before there was an answer.</p>;
  if (state === "failed") return <p>There is no answer for these inputs yet.</p>;
  if (state === "training") return <p>Training. The answer stands here when it is done.</p>;
  return (
    <>
      <p>These inputs have not been trained with yet.</p>
      <noscript>
        <p className="small">
          Training with inputs of your own runs in the browser and needs JavaScript. Without it, read{" "}
          <a href="/labs/tuning">the run with the default inputs</a>, which the server trains by the same code.
        </p>
      </noscript>
    </>
  );
}

function Tasks() {
  return (
    <dl className="tuning-tasks small">
      <div>
        <dt>Task A, the general rule</dt>
        <dd>
          A message is a point of a square; one of four desks answers it. A base network learns this from 2,000
          messages.
        </dd>
      </div>
      <div>
        <dt>Task B, a convention</dt>
        <dd>
          One customer’s messages lie within a circle, and the desks are assigned otherwise there. This is what the base
          is tuned for.
        </dd>
      </div>
      <div>
        <dt>Both are real training</dt>
        <dd>
          Two hidden layers of 48 units, gradient descent with Adam, {shareWords(mislabelledShare)} of all examples
          carrying a wrong desk, as collections do. Unseen messages are clean. Other seeds give other figures, and now
          and then <Link to="/labs/tuning?seed=1">an adapter that forgets more</Link>.
        </dd>
      </div>
    </dl>
  );
}
