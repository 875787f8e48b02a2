import { useEffect, useRef } from "react";
import { ColumnHead } from "#app/components/scorecard/column-head.tsx";
import { MarkedDiagram, MarkedText } from "#app/components/scorecard/marked-words.tsx";
import { MarginNotes, type Judged } from "#app/components/scorecard/your-words.tsx";
import { TurnGroup } from "#app/components/transcript/turn-group.tsx";
import { durationWords } from "#app/components/ui/duration-words.ts";
import type { WrongNumber } from "#app/domain/grading/findings/numbers/number-view.ts";
import type { TurnPace } from "#app/domain/interview/pace.ts";
import { aimWords, type Aim } from "./aim-words.ts";
import { aboutWords, type ReplayStep } from "./replay-steps.ts";

type ReplayTurnsProps = {
  /** Up to the one that is shown. */
  steps: readonly ReplayStep[];
  aims: Readonly<Record<number, Aim>>;
  judged: ReadonlyMap<string, Judged>;
  numbers: readonly WrongNumber[];
};

/** What had been said by then, the newest set off. */
export function ReplayTurns({ steps, aims, judged, numbers }: ReplayTurnsProps) {
  const current = useRef<HTMLDivElement>(null);
  const number = steps.length;
  const shown = useRef(number);
  useEffect(() => {
    if (shown.current === number) return;
    shown.current = number;
    current.current?.scrollIntoView({ block: "start" });
  }, [number]);
  return (
    <section className="your-words" aria-labelledby="replay-words-title">
      <ColumnHead id="replay-words-title" title="What was said" />
      {steps.map((step) => {
        const isCurrent = step.number === number;
        return (
          <div
            className="tied-turn"
            key={step.number}
            ref={isCurrent ? current : undefined}
            aria-current={isCurrent ? "step" : undefined}
          >
            <div>
              <StoodStill pace={step.pace} />
              <TurnGroup group={step.group} label={step.label}>
                {(turn) =>
                  turn.kind === "diagram" ? <MarkedDiagram turn={turn} /> : <MarkedText segments={turn.segments} />
                }
              </TurnGroup>
            </div>
            <MarginNotes turns={step.group} judged={judged} numbers={numbers} />
            <AimNote aim={aims[step.group[0].seq]} />
          </div>
        );
      })}
    </section>
  );
}

function StoodStill({ pace }: { pace: TurnPace | undefined }) {
  if (!pace || pace.pausedMs + pace.awayMs === 0) return null;
  return (
    <p className="stood-still small muted">
      {pace.pausedMs > 0 ? `The clock stood still for ${durationWords(pace.pausedMs)}. ` : null}
      {pace.awayMs > 0 ? `Away for ${aboutWords(pace.awayMs)}.` : null}
    </p>
  );
}

/** Why the interviewer said it: told once it is over. */
function AimNote({ aim }: { aim: Aim | undefined }) {
  const words = aim && aimWords(aim);
  return words ? <p className="aim-note small muted">{words}</p> : null;
}
