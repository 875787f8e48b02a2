import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { formatUtc } from "#app/components/ui/time.tsx";
import type { GoalTarget, PlanDay } from "#app/domain/progress/goal.ts";
import { competencies, competencyName } from "#app/domain/scenarios/competency.ts";
import { levelName } from "#app/domain/scenarios/library-filter.ts";
import { levels } from "#app/domain/scenarios/schema.ts";

export type ShownGoal = {
  day: string;
  target: GoalTarget;
  words: string;
  plan: PlanDay[];
  done: { sessions: number; mocks: number; reviews: number; drills: number };
};

type GoalPartProps = { goal: ShownGoal | null; problem: string | null; typedDay: string | null; today: string };

/** What somebody prepares for: a day, and a plan until then. */
export function GoalPart({ goal, problem, typedDay, today }: GoalPartProps) {
  return (
    <section className="part progress-part" aria-labelledby="goal">
      <h2 id="goal">{goal ? `Interview on ${dayWords(goal.day)}` : "What are you preparing for?"}</h2>
      {goal ? (
        <Plan goal={goal} today={today} />
      ) : (
        <p className="ink-2">Give the day of your interview, and a plan of sessions and cards leads up to it.</p>
      )}
      {goal === null ? (
        <GoalForm goal={goal} problem={problem} typedDay={typedDay} />
      ) : (
        <details className="outline" open={problem !== null}>
          <summary>Change the day, or clear it</summary>
          <GoalForm goal={goal} problem={problem} typedDay={typedDay} />
          <Form method="post">
            <Button look="text" name="intent" value="clear-goal">
              Clear the goal
            </Button>
          </Form>
        </details>
      )}
    </section>
  );
}

function GoalForm({ goal, problem, typedDay }: Omit<GoalPartProps, "today">) {
  return (
    <Form method="post" className="goal-form" noValidate>
      <input type="hidden" name="intent" value="set-goal" />
      <Field label="The day" name="day" type="date" defaultValue={typedDay ?? goal?.day ?? ""} error={problem} />
      <div className="field">
        <label htmlFor="goal-level">Level</label>
        <select id="goal-level" name="level" defaultValue={goal?.target.level ?? ""}>
          <option value="">Any</option>
          {levels.map((level) => (
            <option key={level} value={level}>
              {levelName[level]}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="goal-competencies">
        <legend className="small medium">What matters most, if you know</legend>
        {competencies.map((competency) => (
          <label key={competency} className="choice">
            <input
              type="checkbox"
              name="competencies"
              value={competency}
              defaultChecked={goal?.target.competencies.includes(competency)}
            />
            {competencyName[competency]}
          </label>
        ))}
      </fieldset>
      <Button>{goal ? "Change it" : "Make a plan"}</Button>
    </Form>
  );
}

const dayWords = (day: string) => formatUtc(`${day}T00:00:00.000Z`, "date");
const shortDay = (day: string) => formatUtc(`${day}T00:00:00.000Z`, "day").replace(/ \d{4}$/, "");
const some = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;

function doneWords({ sessions, mocks, reviews, drills }: ShownGoal["done"]): string {
  const parts = [
    sessions > 0
      ? `${some(sessions, "interview")}${mocks > 0 ? `, ${mocks} of them ${mocks === 1 ? "a mock" : "mocks"}` : ""}`
      : "",
    reviews > 0 ? some(reviews, "card") : "",
    drills > 0 ? some(drills, "drill") : "",
  ].filter(Boolean);
  return parts.length === 0 ? "Nothing is done yet since you set it." : `Done since you set it: ${parts.join("; ")}.`;
}

/** A long plan would be read by nobody: its first weeks, and the rest on demand. */
const shownAtOnce = 14;

function Plan({ goal, today }: { goal: ShownGoal; today: string }) {
  const { plan } = goal;
  return (
    <>
      <p className="serif">{goal.words}</p>
      <p className="small muted">
        {doneWords(goal.done)} The plan is worked out anew each day from that; cards are an estimate, as if each were
        rated “Good”. Days are counted in UTC.
      </p>
      {plan.length > 0 ? <PlanTable days={plan.slice(0, shownAtOnce)} today={today} /> : null}
      {plan.length > shownAtOnce ? (
        <details className="outline">
          <summary>The {some(plan.length - shownAtOnce, "day")} after that</summary>
          <PlanTable days={plan.slice(shownAtOnce)} today={today} />
        </details>
      ) : null}
    </>
  );
}

function PlanTable({ days, today }: { days: readonly PlanDay[]; today: string }) {
  return (
    <table className="ledger folds plan-table">
      <caption className="visually-hidden">The plan, day by day</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">What</th>
          <th scope="col" className="r">
            Cards
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map((each) => (
          <tr key={each.day}>
            <th scope="row" className="lead-cell nowrap">
              {each.day === today ? `Today, ${shortDay(each.day)}` : shortDay(each.day)}
            </th>
            <td data-label="What">
              <span>
                <PlanWords day={each} />
              </span>
            </td>
            <td className="r" data-label="Cards">
              {each.cards === 0 ? <span className="muted">none</span> : `about ${each.cards}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PlanWords({ day: { kind, scenario, focus, done } }: { day: PlanDay }) {
  if (done) return <>Done today: {kind === "mock" ? "a mock interview" : "an interview"}</>;
  if (kind === "rest") return <span className="muted">Free</span>;
  if (kind === "cards") return <>Cards only</>;
  return (
    <>
      {kind === "mock" ? "A mock interview" : "Practise"}
      {scenario ? (
        <>
          : <Link to={`/scenarios/${scenario.slug}`}>{scenario.title}</Link>
        </>
      ) : null}
      {focus ? <span className="muted">, for “{competencyName[focus]}”</span> : null}
    </>
  );
}
