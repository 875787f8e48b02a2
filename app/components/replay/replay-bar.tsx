import { Form, Link } from "@remix-run/react";
import { ChevronLeft, ChevronRight, Play, Square } from "lucide-react";
import type { CSSProperties } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { clockWords } from "#app/components/ui/duration-words.ts";
import { Kbd } from "#app/components/ui/kbd.tsx";
import type { ReplayStep } from "./replay-steps.ts";
import type { Player } from "./use-player.ts";

export const paces = [1, 2, 4] as const;
export type ReadingPace = (typeof paces)[number];
const paceName: Record<ReadingPace, string> = { 1: "As one reads", 2: "Twice as fast", 4: "Four times as fast" };

type ReplayBarProps = {
  steps: readonly ReplayStep[];
  number: number;
  /** The score by then; null where nothing was graded. */
  score: number | null;
  player: Player;
  pace: ReadingPace;
  onPace: (pace: ReadingPace) => void;
  onStep: (number: number) => void;
};

/** Where one is, and the ways to somewhere else: links and a form that need no script, and a player that does. */
export function ReplayBar({ steps, number, score, player, pace, onPace, onStep }: ReplayBarProps) {
  const step = steps[number - 1];
  return (
    <div className="replay-bar" role="group" aria-label="Playing back">
      <div className="replay-buttons">
        <StepLink to={number - 1} count={steps.length} onStep={player.stop} name="Previous turn">
          <ChevronLeft aria-hidden="true" />
        </StepLink>
        <StepLink to={number + 1} count={steps.length} onStep={player.stop} name="Next turn">
          <ChevronRight aria-hidden="true" />
        </StepLink>
        <Button type="button" className="needs-script" onClick={player.toggle}>
          {player.isPlaying ? <Square aria-hidden="true" /> : <Play aria-hidden="true" />}
          {player.isPlaying ? "Stop" : "Play"}
        </Button>
        <label className="replay-pace needs-script small">
          <span className="muted" aria-hidden="true">
            Pace
          </span>
          <select
            className="input"
            aria-label="Pace"
            value={pace}
            onChange={({ target }) => onPace(paces.find((each) => String(each) === target.value) ?? 1)}
          >
            {paces.map((each) => (
              <option key={each} value={each}>
                {paceName[each]}
              </option>
            ))}
          </select>
        </label>
        <p className="replay-where num">
          <b>
            Turn {number} of {steps.length}
          </b>{" "}
          {step?.pace ? <span className="muted">{clockWords(step.pace.atMs)} in</span> : null}
          {score === null ? null : <span className="muted">, {score} of 100 so far</span>}
        </p>
        <p className="replay-keys tiny muted needs-script">
          <Kbd>←</Kbd> <Kbd>→</Kbd> step <Kbd>P</Kbd> play
        </p>
      </div>
      <Timeline steps={steps} number={number} onStep={onStep} />
    </div>
  );
}

type StepLinkProps = { to: number; count: number; onStep: () => void; name: string; children: JSX.Element };

function StepLink({ to, count, onStep, name, children }: StepLinkProps) {
  if (to < 1 || to > count) {
    return (
      <span className="btn" role="link" aria-disabled="true" aria-label={name}>
        {children}
      </span>
    );
  }
  return (
    <Link className="btn" to={`?turn=${to}`} replace preventScrollReset aria-label={name} title={name} onClick={onStep}>
      {children}
    </Link>
  );
}

type TimelineProps = Pick<ReplayBarProps, "steps" | "number" | "onStep">;

/** Every turn a tick, and below it a stroke for each check that first counts there. */
function Timeline({ steps, number, onStep }: TimelineProps) {
  return (
    <Form method="get" replace preventScrollReset className="replay-timeline">
      <div className="replay-track">
        <input
          type="range"
          name="turn"
          aria-label="Turn"
          min={1}
          max={steps.length}
          step={1}
          value={number}
          style={{ "--p": `${shareOf(number, steps.length)}%` } as CSSProperties}
          aria-valuetext={valueWords(steps[number - 1], steps.length)}
          onChange={({ target }) => onStep(Number(target.value))}
        />
        <div className="replay-marks" aria-hidden="true">
          {steps.map((step) => (
            <StepMarks key={step.number} step={step} count={steps.length} />
          ))}
        </div>
      </div>
      <Button className="no-script">Go</Button>
    </Form>
  );
}

function valueWords(step: ReplayStep | undefined, count: number): string {
  if (!step) return "";
  const marks = step.milestones.length;
  const found = marks === 0 ? "" : `, ${marks} ${marks === 1 ? "mark" : "marks"}`;
  return `Turn ${step.number} of ${count}, ${step.label}${found}`;
}

function shareOf(number: number, count: number): number {
  return count === 1 ? 0 : (100 * (number - 1)) / (count - 1);
}

function StepMarks({ step: { number, group, milestones }, count }: { step: ReplayStep; count: number }) {
  return (
    <span className={`replay-tick ${group[0].speaker}`} style={{ left: `${shareOf(number, count)}%` }}>
      {milestones.map(({ key, verdict }) => (
        <i key={key} className={verdict} title={key} />
      ))}
    </span>
  );
}
