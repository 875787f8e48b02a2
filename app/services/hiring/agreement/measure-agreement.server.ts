import { setImmediate as othersFirst } from "node:timers/promises";
import {
  measureCriterion,
  measureGraders,
  measureMonth,
  measureReviewer,
} from "#app/domain/hiring/agreement/measure.ts";
import type { MeasuredAgreement } from "#app/domain/hiring/agreement/measured.ts";
import { figuresOfUnits } from "#app/domain/hiring/agreement/units.ts";
import { db } from "#app/db/client.server.ts";
import { getVersion } from "#app/services/interview/find-session.server.ts";
import { countLevels, type CountedLevels } from "./count-levels.server.ts";

type About = { organisationId: string; scenarioHash: string };

/** In turns: whoever asks for a page in between is answered. */
async function inTurns<T, Made>(all: readonly T[], make: (each: T) => Made): Promise<Made[]> {
  const made: Made[] = [];
  for (const each of all) {
    await othersFirst();
    made.push(make(each));
  }
  return made;
}

const namesIn = <T>(rows: readonly T[], nameOf: (row: T) => string) => [...new Set(rows.map(nameOf))].sort();

async function measure(counted: CountedLevels, { scenarioHash: seed }: About): Promise<MeasuredAgreement> {
  const { sessions, graders, people, criteria, reviewers } = counted;
  const { rubric } = await getVersion(seed);
  const months = namesIn([...graders, ...people], ({ month }) => month);
  const inMonth = (month: string) => (row: { month: string }) => row.month === month;
  return {
    sessions,
    graders: measureGraders(graders, seed),
    people: figuresOfUnits(people, `${seed} people`),
    criteria: await inTurns(rubric.criteria, ({ id }) =>
      measureCriterion(id, { rows: criteria.filter(({ criterion }) => criterion === id), seed }),
    ),
    reviewers: await inTurns(
      namesIn(reviewers, ({ reviewerId }) => reviewerId),
      (id) => measureReviewer(id, { rows: reviewers.filter(({ reviewerId }) => reviewerId === id), seed }),
    ),
    months: await inTurns(months, (month) => {
      const rows = { graders: graders.filter(inMonth(month)), people: people.filter(inMonth(month)) };
      return measureMonth(month, { ...rows, seed });
    }),
  };
}

/** A measurement that began earlier never replaces one that began later. */
async function keep({ organisationId, scenarioHash }: About, report: MeasuredAgreement, measuredAt: Date) {
  await db().$executeRaw`
    INSERT INTO "AgreementReport" ("organisationId", "scenarioHash", "report", "measuredAt")
    VALUES (${organisationId}, ${scenarioHash}, ${JSON.stringify(report)}::jsonb, ${measuredAt})
    ON CONFLICT ("organisationId", "scenarioHash") DO UPDATE
    SET "report" = excluded."report", "measuredAt" = excluded."measuredAt"
    WHERE "AgreementReport"."measuredAt" <= excluded."measuredAt"`;
}

/** Measures how far people and the grader agree on one scenario version, and keeps it for the pages. */
export async function measureAgreement(about: About, measuredAt = new Date()): Promise<void> {
  const organisation = await db().organisation.findUnique({
    where: { id: about.organisationId },
    select: { id: true },
  });
  if (organisation === null) return;
  const counted = await countLevels(about);
  await keep(about, await measure(counted, about), measuredAt);
}
