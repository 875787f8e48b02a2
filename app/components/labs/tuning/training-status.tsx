import { Button } from "#app/components/ui/button.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { WorkingSteps, type WorkingStep } from "#app/components/ui/working-steps.tsx";
import { baseSteps, type Phase } from "#app/domain/simulator/tuning/tuning-run.ts";
import type { TrainingControl } from "./run/use-training.ts";

const phases: readonly { id: Phase; label: string }[] = [
  { id: "base", label: "Base network, general rule" },
  { id: "full", label: "All weights, first customer" },
  { id: "lora", label: "Adapter, first customer" },
  { id: "second", label: "Adapter, second customer" },
];

/** What is being trained, how far it is, and the way to stop it or to begin again. */
export function TrainingStatus({ training, isShown }: { training: TrainingControl; isShown: boolean }) {
  const { state, start, stop } = training;
  return (
    <div className="training-status">
      <p className="label" role="status">
        {statusWords(training, isShown)}
      </p>
      <WorkingSteps steps={stepsOf(training, isShown)} />
      <div className="row">
        {state === "training" ? (
          <Button type="button" onClick={stop}>
            Stop
          </Button>
        ) : null}
        {state === "trained" || state === "stopped" ? (
          <Button type="button" onClick={start}>
            Train again
          </Button>
        ) : null}
      </div>
      {state === "failed" ? (
        <Message
          tone="danger"
          role="alert"
          title="Training broke off."
          action={
            <Button type="button" onClick={start}>
              Try again
            </Button>
          }
        >
          This browser’s part that trains says: {training.problem}. Your inputs are safe in the address, and the run
          with the default inputs can always be read.
        </Message>
      ) : null}
    </div>
  );
}

function statusWords({ state, durationMs, now, asServed }: TrainingControl, isShown: boolean): string {
  if (state === "training") return "Training in this browser";
  if (state === "stopped") return `Stopped${now ? ` at step ${now.point.step} of ${now.steps}` : ""}`;
  if (state === "failed") return "Broken off";
  if (state === "waiting") return isShown ? "Trained on the server, by the same code" : "Not trained yet";
  const words = `Trained in this browser in ${((durationMs ?? 0) / 1000).toFixed(1)} seconds`;
  return asServed ? `${words}, the same to the last bit as on the server` : words;
}

function stepsOf({ state, curves, now, inputs, result }: TrainingControl, isShown: boolean): WorkingStep[] {
  const isDone = state === "trained" || (state === "waiting" && isShown);
  const at = phases.findIndex(({ id }) => id === now?.phase);
  return phases.map(({ id, label }, index) => {
    const steps = id === "base" ? baseSteps : inputs.steps;
    const diverged = isDone && (id === "full" || id === "lora") ? result?.[id].diverged : null;
    if (diverged) return { label, state: "done", note: `diverged at step ${diverged.step}` };
    const known = id === "base" && at > 0 && !curves.base;
    if (isDone || index < at) return { label, state: "done", note: known ? "kept from before" : `${steps} steps` };
    if (index > at || !now) return { label, state: "to-come", note: `${steps} steps` };
    const note = `step ${now.point.step} of ${steps}`;
    return { label, state: state === "training" ? "now" : "to-come", note };
  });
}
