import { useLocation, useRevalidator } from "@remix-run/react";
import { Check } from "lucide-react";
import { useState } from "react";
import { useEventSource } from "#app/components/ui/use-event-source.ts";
import { WorkingSteps, type WorkingStep } from "#app/components/ui/working-steps.tsx";
import type { GradingProgress, GradingStep } from "#app/domain/grading/grader.ts";
import { ColumnHead } from "./column-head.tsx";

type Coming = { progress: GradingProgress | null; criteria: { key: string; title: string; done: boolean }[] };

const stepNames: readonly { step: GradingStep; label: string }[] = [
  { step: "reading", label: "Answers read" },
  { step: "verdicts", label: "Verdicts with quotes" },
  { step: "evidence", label: "Quotes checked against your words" },
  { step: "score", label: "Levels and score" },
];

export function stepsOf(progress: GradingProgress | null): WorkingStep[] {
  const now = stepNames.findIndex(({ step }) => step === progress?.step);
  return stepNames.map(({ step, label }, at) => {
    const state = at < now ? "done" : at === Math.max(0, now) ? "now" : "to-come";
    const counted = progress?.step === step && progress.total > 1;
    return counted ? { label, state, note: `${progress.done} of ${progress.total}` } : { label, state };
  });
}

/** Follows the grading; when it has ended, the page is loaded anew and shows what came of it. */
export function useGrading(sessionId: string, initial: GradingProgress | null): Coming {
  const { revalidate } = useRevalidator();
  const [coming, setComing] = useState<Coming>({ progress: initial, criteria: [] });
  const hear = (data: unknown) => setComing(data as Coming);
  const end = (data: unknown) => {
    hear(data);
    revalidate();
  };
  useEventSource(`/sessions/${sessionId}/grading`, { progress: hear, end }, ["end"]);
  return coming;
}

/** The steps by name with their counts. Only a new step is said aloud, not every count. */
export function GradingSteps({ progress }: { progress: GradingProgress | null }) {
  const { pathname } = useLocation();
  const steps = stepsOf(progress);
  const now = steps.find(({ state }) => state === "now");
  return (
    <>
      <WorkingSteps steps={steps} />
      <p className="visually-hidden" role="status">
        {now ? `Now: ${now.label}` : ""}
      </p>
      <noscript>
        <p className="small">
          This page loads itself again every few seconds. <a href={pathname}>Load it now</a>
        </p>
        <meta httpEquiv="refresh" content="4" />
      </noscript>
    </>
  );
}

/** The criteria in their place, each ticked once all its verdicts are in. */
export function CriteriaComing({ criteria }: { criteria: Coming["criteria"] }) {
  return (
    <section className="criteria" aria-labelledby="criteria-title">
      <ColumnHead id="criteria-title" title="Criteria" />
      <ul className="criteria-coming">
        {criteria.map(({ key, title, done }) => (
          <li key={key} className={done ? undefined : "muted"}>
            <span className="criterion-key">{key}</span>
            {title}
            {done ? <Check aria-label="read" /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
