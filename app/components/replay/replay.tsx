import { Link, useNavigate, useSearchParams } from "@remix-run/react";
import { useState } from "react";
import type { Judged } from "#app/components/scorecard/your-words.tsx";
import { modeName } from "#app/components/scorecard/mode-name.ts";
import { tieRules } from "#app/components/scorecard/ties.ts";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { GradeView } from "#app/domain/grading/scorecard/grade-view.ts";
import { knownSoFar, milestones } from "#app/domain/grading/scorecard/known-so-far.ts";
import type { ScorecardTurn } from "#app/domain/grading/scorecard/marked-transcript.ts";
import type { Pace } from "#app/domain/interview/pace.ts";
import type { Mode } from "#app/domain/interview/session.ts";
import type { Aim } from "./aim-words.ts";
import { KnownList } from "./known-list.tsx";
import { ReplayBar, type ReadingPace } from "./replay-bar.tsx";
import { paceWords, readingMs, stepNamed, stepsOf, type ReplayStep } from "./replay-steps.ts";
import { ReplayTurns } from "./replay-turns.tsx";
import { usePlayer, useReplayKeys } from "./use-player.ts";
import "#app/components/scorecard/judgement.css";
import "#app/components/scorecard/scorecard.css";
import "#app/components/scorecard/print.css";
import "./replay.css";

/** The loader's view of the session fits it. */
type ReplayedSession = {
  session: { id: string; slug: string; title: string; mode: Mode; finishedAt: string };
  turns: readonly ScorecardTurn[];
  pace: Pace;
  grade: GradeView | null;
  aims: Readonly<Record<number, Aim>>;
};

/** An interview again, turn by turn; the address says which turn. */
export function Replay({ replayed }: { replayed: ReplayedSession }) {
  const { turns, pace, grade } = replayed;
  const steps = stepsOf(turns, pace, grade ? milestones(grade) : new Map());
  const [params] = useSearchParams();
  const { number, problem } = stepNamed(params.get("turn"), steps.length);
  const step = steps[number - 1];
  if (!step) return null;
  return (
    <div className="wrap scorecard replay">
      <Head replayed={replayed} />
      {problem ? <Message tone="warn" title={problem} /> : null}
      {grade ? null : (
        <Message tone="warn" title="This interview has no grade, so nothing is marked in it.">
          It is told as it was said.{" "}
          <Link to={`/sessions/${replayed.session.id}/scorecard`}>See why, and try again</Link>
        </Message>
      )}
      <Played replayed={replayed} steps={steps} step={step} />
    </div>
  );
}

function Head({ replayed: { session, pace } }: { replayed: ReplayedSession }) {
  return (
    <header className="page-head score-head">
      <p className="crumb">
        <Link to="/scenarios">Scenarios</Link> / <Link to={`/scenarios/${session.slug}`}>{session.title}</Link> /{" "}
        <Link to={`/sessions/${session.id}/scorecard`}>Scorecard</Link>
      </p>
      <div className="score-head-words">
        <div>
          <h1>Your interview, turn by turn</h1>
          <p className="score-meta small muted">
            {modeName[session.mode]}, <Time iso={session.finishedAt} />, {paceWords(pace)}.
          </p>
        </div>
        <ButtonLink to={`/sessions/${session.id}/scorecard`}>Scorecard</ButtonLink>
      </div>
    </header>
  );
}

type PlayedProps = { replayed: ReplayedSession; steps: readonly ReplayStep[]; step: ReplayStep };

function Played({ replayed: { grade, aims }, steps, step }: PlayedProps) {
  const navigate = useNavigate();
  const [pace, setPace] = useState<ReadingPace>(1);
  const { number } = step;
  const goTo = (to: number) => {
    if (to < 1 || to > steps.length || to === number) return;
    navigate(`?turn=${to}`, { replace: true, preventScrollReset: true });
  };
  const player = usePlayer({ number, count: steps.length, stayMs: readingMs(step) / pace, onStep: goTo });
  const stepTo = (to: number) => {
    player.stop();
    goTo(to);
  };
  useReplayKeys({ back: () => stepTo(number - 1), forward: () => stepTo(number + 1), play: player.toggle });
  const judged = judgedIn(grade);
  const known = grade && knownSoFar(grade, { seq: step.lastSeq, lastSeq: steps.at(-1)?.lastSeq ?? step.lastSeq });
  const wrong = grade?.numbers.wrong.filter(({ quote }) => quote.seq <= step.lastSeq) ?? [];
  return (
    <>
      <style dangerouslySetInnerHTML={{ __html: tieRules([...judged.keys(), ...wrong.map(({ key }) => key)]) }} />
      <ReplayBar
        steps={steps}
        number={number}
        score={known?.score ?? null}
        player={player}
        pace={pace}
        onPace={setPace}
        onStep={stepTo}
      />
      <p className="visually-hidden" role="status">
        {player.isPlaying ? "" : announced(step, steps.length)}
      </p>
      <div className={grade ? "score-columns" : "score-columns only-words"}>
        {known ? <KnownList known={known} wrong={wrong} steps={steps} step={step} /> : null}
        <ReplayTurns steps={steps.slice(0, number)} aims={aims} judged={judged} numbers={wrong} />
      </div>
    </>
  );
}

function judgedIn(grade: GradeView | null): Map<string, Judged> {
  if (grade === null) return new Map();
  const checks = grade.criteria.flatMap((criterion) => criterion.checks);
  const flags = grade.redFlags.filter(({ raised }) => raised);
  return new Map<string, Judged>([...checks, ...flags].map((each) => [each.key, each]));
}

function announced({ number, label, milestones: found }: ReplayStep, count: number): string {
  const keys = found.map(({ key }) => key).join(", ");
  return `Turn ${number} of ${count}: ${label}.${keys === "" ? "" : ` Counts for ${keys}.`}`;
}
