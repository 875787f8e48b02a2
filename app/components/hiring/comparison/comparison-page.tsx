import { HiringNav } from "#app/components/hiring/hiring-nav.tsx";
import { Interview, type InterviewView } from "#app/components/review/interview.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { formatUtc } from "#app/components/ui/time.tsx";
import type { Role } from "#app/domain/accounts/roles.ts";
import type { Comparison } from "#app/domain/hiring/comparison.ts";
import { drawingsIn, type Drawings } from "#app/domain/review/quotes.ts";
import { ComparedCriterion } from "./compared-criterion.tsx";
import { nextWords } from "./reading-words.ts";
import "#app/components/review/review.css";
import "./comparison.css";

type ComparisonPageProps = {
  organisation: { handle: string; name: string };
  roles: readonly Role[];
  review: InterviewView & { code: string; title: string; given: Comparison | null };
};

/** What others made of an interview, for whoever has given their own levels: where they differ first. */
export function ComparisonPage({ organisation, roles, review }: ComparisonPageProps) {
  const { code, title, given, brief, transcript, late } = review;
  const queue = `/hiring/${organisation.handle}/queue`;
  return (
    <div className="wrap">
      <HiringNav
        organisation={organisation}
        roles={roles}
        at={given?.as === "adjudication" ? "adjudicate" : "queue"}
        crumbs={[{ to: queue, label: "Review" }]}
        title={`${title}, candidate ${code}`}
      >
        <ButtonLink look="go" to={queue}>
          To the queue
        </ButtonLink>
      </HiringNav>
      {given ? <Compared given={given} drawings={drawingsIn(transcript)} /> : null}
      <details className="outline compared-interview">
        <summary>The interview</summary>
        <Interview brief={brief} transcript={transcript} late={late} />
      </details>
    </div>
  );
}

function Compared({ given, drawings }: { given: Comparison; drawings: Drawings }) {
  const { title, text } = nextWords(given);
  const differing = given.criteria.filter(({ apart, readings }) => apart > 0 || isSplit(readings));
  const alike = given.criteria.filter((criterion) => !differing.includes(criterion));
  return (
    <>
      <Message title={title}>{text}</Message>
      <p className="small ink-2 compared-about">
        You gave your levels on {formatUtc(given.givenOn, "date")}. <GateWords gate={given.gate} />
      </p>
      <Part id="differ" title="Where readings differ" criteria={differing} drawings={drawings} given={given} />
      <Part
        id="alike"
        title={differing.length === 0 ? "Criterion by criterion" : "Where they do not"}
        criteria={alike}
        drawings={drawings}
        given={given}
      />
    </>
  );
}

const isSplit = (readings: Comparison["criteria"][number]["readings"]) =>
  readings.some(({ level }) => level === null) && readings.some(({ level }) => level !== null);

function GateWords({ gate }: { gate: Comparison["gate"] }) {
  if (gate === null) return "No grader has given levels to this interview.";
  if (gate.isHidden) return "The grader’s levels are not shown: this assessment hides them until they are validated.";
  return <>The grader’s levels stand beside yours. {gate.words}</>;
}

type PartProps = { id: string; title: string; criteria: Comparison["criteria"]; drawings: Drawings; given: Comparison };

function Part({ id, title, criteria, drawings, given: { missing, gate } }: PartProps) {
  if (criteria.length === 0) return null;
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {criteria.map((criterion) => (
        <ComparedCriterion
          key={criterion.id}
          criterion={criterion}
          drawings={drawings}
          missing={missing}
          grader={gate}
        />
      ))}
    </section>
  );
}
