import { Link } from "@remix-run/react";
import { exampleSituations } from "#app/domain/simulator/decide/example-situations.ts";
import type { Situation } from "#app/domain/simulator/decide/situation.ts";
import { writeSituation } from "#app/domain/simulator/decide/written-situation.ts";
import { addressOf } from "./use-decision-state.ts";

export type BriefSituation = { slug: string; title: string; situation: Situation };

type ExampleListProps = { briefs: readonly BriefSituation[]; situation: Situation };

/** Situations to begin with, each an address of its own. */
export function ExampleList({ briefs, situation }: ExampleListProps) {
  const here = addressOf(writeSituation(situation));
  const brief = briefs.find((each) => addressOf(writeSituation(each.situation)) === here);
  const example = exampleSituations.find((each) => addressOf(writeSituation(each.situation)) === here);
  const starts = (each: { title: string; situation: Situation }) => {
    const to = addressOf(writeSituation(each.situation));
    return (
      <li key={each.title}>
        <Link to={to} aria-current={to === here ? "true" : undefined} preventScrollReset>
          {each.title}
        </Link>
      </li>
    );
  };
  return (
    <nav className="decide-starts" aria-label="Situations to begin with">
      <p className="label" id="starts-own">
        Cases of our own
      </p>
      <ul aria-labelledby="starts-own">{exampleSituations.map(starts)}</ul>
      {briefs.length > 0 ? (
        <>
          <p className="label" id="starts-briefs">
            As far as a brief goes
          </p>
          <ul aria-labelledby="starts-briefs">{briefs.map(starts)}</ul>
        </>
      ) : null}
      <p className="small ink-2 decide-starts-note">
        {example ? `${example.title}: ${example.shows}.` : null}
        {brief ? (
          <>
            This is what the brief says of <Link to={`/scenarios/${brief.slug}`}>{brief.title}</Link>, and no more. The
            rest you ask for in the interview.
          </>
        ) : null}
        {example || brief ? null : "A situation of your own. Its address holds all of it, so it can be shared."}
      </p>
    </nav>
  );
}
