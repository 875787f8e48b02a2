import { Check } from "lucide-react";

export type WorkingStep = { label: string; state: "done" | "now" | "to-come"; note?: string };

const spoken: Record<WorkingStep["state"], string> = { done: "done", now: "in progress", "to-come": "to come" };

/** Long work as steps by name, with counts where they mean something. */
export function WorkingSteps({ steps }: { steps: readonly WorkingStep[] }) {
  return (
    <ol className="working-steps">
      {steps.map((step) => (
        <li key={step.label} className={step.state}>
          {step.state === "done" ? <Check aria-hidden="true" /> : null}
          {step.state === "now" ? <span className="spinner" /> : null}
          {step.state === "to-come" ? <span /> : null}
          <span>
            {step.label}
            <span className="visually-hidden">, {spoken[step.state]}</span>
          </span>
          {step.note ? <span className="num">{step.note}</span> : null}
        </li>
      ))}
    </ol>
  );
}
