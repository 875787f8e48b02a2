import { Link } from "@remix-run/react";
import { ButtonLink } from "#app/components/ui/button.tsx";

type NextPracticeProps = { next: { slug: string; title: string; why: string } | null; dueCards: number };

/** One suggestion with its reason, and what should come before it. */
export function NextPractice({ next, dueCards }: NextPracticeProps) {
  if (!next) return null;
  return (
    <section className="next-practice" aria-label="What to practise next">
      <div>
        <p className="label">Practise next</p>
        <p className="display">{next.title}</p>
        <p className="small ink-2">{next.why}</p>
        {dueCards > 0 ? (
          <p className="small">
            Before that: <Link to="/practice">{dueCards === 1 ? "1 card is due" : `${dueCards} cards are due`}</Link>.
          </p>
        ) : null}
      </div>
      <ButtonLink look="go" to={`/scenarios/${next.slug}`}>
        Open the scenario
      </ButtonLink>
    </section>
  );
}
