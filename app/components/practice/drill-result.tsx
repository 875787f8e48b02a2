import { Form, Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { ApproachMark } from "#app/components/ui/approach.tsx";
import { durationWords } from "#app/components/ui/duration-words.ts";
import { SourceNote, sourcesWords } from "#app/components/ui/source-note.tsx";
import { VerdictMark } from "#app/components/ui/verdict.tsx";
import type { Approach } from "#app/domain/scenarios/approach.ts";
import { approachName } from "#app/domain/scenarios/approach.ts";
import type { Verdict } from "#app/domain/scenarios/schema.ts";
import { ForInstance } from "./card-answered.tsx";
import { QuotedAnswer } from "./quoted-answer.tsx";

type Outcome = "right" | "partly" | "reason_missing" | "other_approach";

export type ShownDrillAnswer = {
  approach: Approach;
  reason: string;
  result: {
    outcome: Outcome;
    verdict: Verdict;
    quotes: { start: number; end: number }[];
    overTime: boolean;
    tookMs: number;
  };
  accepted: { approach: Approach; condition: string; forInstance: string[] }[];
  whyNot: string | null;
  otherWhyNots: { approach: Approach; why: string }[];
  disputed: { source: string; says: string }[];
  sources: string[];
  study: { href: string; pageTitle: string; sectionTitle: string } | null;
};

function headline({ approach, result }: ShownDrillAnswer): string {
  const name = approachName[approach];
  switch (result.outcome) {
    case "right":
      return `${name} holds here, and your reason is one that decides`;
    case "partly":
      return `${name} holds here, and your reason is half of one`;
    case "reason_missing":
      return `${name} can be defended here, but the reason that decides was not found in your words`;
    case "other_approach":
      return `${name} does not hold here`;
  }
}

function timeWords(tookMs: number): string {
  return tookMs < 600_000 ? durationWords(tookMs) : "more than ten minutes";
}

/** The verdict on a drill, the words that counted, and the condition that decides. */
export function DrillResultView({ situation, answer }: { situation: string; answer: ShownDrillAnswer }) {
  const { result, accepted, disputed } = answer;
  return (
    <div className="drill">
      <p className="ink-2">{situation}</p>
      <DrillVerdict answer={answer} />
      <section className="recall-counts" aria-labelledby="drill-counts">
        <h3 id="drill-counts">{accepted.length === 1 ? "What decides" : "What decides, and for what"}</h3>
        {accepted.map(({ approach, condition, forInstance }) => (
          <div key={approach} className="condition">
            <p>
              <ApproachMark approach={approach} /> <span className="serif">{condition}</span>
            </p>
            <ForInstance phrasings={forInstance} />
          </div>
        ))}
      </section>
      {disputed.length > 0 ? (
        <section className="recall-counts" aria-labelledby="drill-disputed">
          <h3 id="drill-disputed">The sources disagree</h3>
          <ul className="why-nots">
            {disputed.map(({ source, says }) => (
              <li key={source}>
                <SourceNote source={source} /> {says}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <WhyNots answer={answer} />
      <Form method="post" action="/practice/drill?index" className="row wide">
        <button className="btn go">Next drill</button>
        {result.outcome === "right" ? null : (
          <span className="small muted">
            This one comes back as a card under <Link to="/practice">Practice</Link>.
          </span>
        )}
      </Form>
    </div>
  );
}

function DrillVerdict({ answer }: { answer: ShownDrillAnswer }) {
  const { reason, result, whyNot } = answer;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const took = timeWords(result.tookMs);
  return (
    <section className="recall-verdict" aria-labelledby="drill-verdict">
      <h2 className="display" id="drill-verdict" tabIndex={-1} ref={heading}>
        {headline(answer)}
      </h2>
      {reason === "" ? null : <QuotedAnswer text={reason} quotes={result.quotes} verdict={result.verdict} />}
      <p className="small">
        <VerdictMark verdict={result.verdict} />{" "}
        <span className="ink-2">
          {result.overTime ? `Over time, after ${took}.` : `In ${took}.`} {whyNot}
        </span>
      </p>
      {result.outcome === "reason_missing" ? (
        <p className="small muted">
          The offline reading goes by words and misses some that are right: hold yours against the condition below.
        </p>
      ) : null}
    </section>
  );
}

function WhyNots({ answer: { otherWhyNots, study, sources } }: { answer: ShownDrillAnswer }) {
  return (
    <section className="recall-counts" aria-labelledby="drill-others">
      <h3 id="drill-others">Why not the others</h3>
      <ul className="why-nots">
        {otherWhyNots.map(({ approach, why }) => (
          <li key={approach}>
            <ApproachMark approach={approach} /> {why}
          </li>
        ))}
      </ul>
      <p className="small muted">
        {study ? (
          <>
            <Link to={study.href}>
              {study.pageTitle}, {study.sectionTitle}
            </Link>{" "}
            ·{" "}
          </>
        ) : null}
        {sourcesWords(sources)}
      </p>
    </section>
  );
}
