import { fewestForKappa, fewestSessions } from "#app/domain/hiring/agreement/measured.ts";

/** What the figures say, for somebody who has never met them. */
export function Meaning() {
  return (
    <div className="prose">
      <p>
        Two people who guess levels also agree now and then. <b>Kappa</b> (Cohen, quadratic weights) and <b>alpha</b>{" "}
        (Krippendorff, ordinal) say how much of the agreement goes beyond that: 1 is full agreement, 0 is what guessing
        with the same levels gives, below 0 is worse than guessing. Two levels apart weigh four times as much as one.
        Kappa holds a grader’s own levels against the levels of people that count; alpha holds independent reviewers
        against each other before anybody talked.
      </p>
      <p>
        The <b>interval</b> in brackets shows how sure a figure is: sessions are drawn anew a thousand times, whole, and
        95 % of what comes out lies in it. More sessions make it narrower. The gate looks at its low end, so that a
        lucky handful of sessions validates nothing.
      </p>
      <p>
        <b>Too few</b>: a group of fewer than {fewestSessions} sessions has no figures, since so few would tell single
        levels, and below {fewestForKappa} there is no kappa and no alpha. Only sessions whose reviewing is complete
        count.
      </p>
    </div>
  );
}
