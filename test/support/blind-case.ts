import { randomUUID } from "node:crypto";
import { db } from "#app/db/client.server.ts";
import { GradeResultSchema } from "#app/domain/grading/grade.ts";
import { makeExamples, makePeople, type People } from "#test/support/access-examples.ts";
import { giveReview, handIn, makeAssessment, type Team } from "#test/support/hiring.ts";
import { makeMember } from "#test/support/organisation.ts";
import { makeScenario } from "#test/support/scenario.ts";

// Two sessions of one candidate each, full of words that occur nowhere else: wherever one turns up, it was told.

/** Who somebody is, what a grader made of a session, what a colleague did, or the blind name and its session. */
export type Mark = { what: string; text: string; kind: "person" | "grader" | "reading" | "blind name" };

export type BlindCase = {
  people: People;
  team: Team;
  /** Waits, with one review by a colleague. */
  waiting: string;
  /** Two colleagues are far apart on it. */
  apart: string;
  code: string;
  readers: string[];
  marks: Mark[];
  transcriptMark: string;
  /** By the names in test/routes/access.ts; more than one where several are worth asking for. */
  examples: Record<string, string[]>;
  variants: string[];
};

const rationale = "Vexillological rationale of a machine";
const comment = "Perspicacious remark of a colleague";
/** No level or score is as large: the figure itself is what is looked for. */
const figures = { score: 86_421, graderLevel: 97_531, settled: 75_319, level: 64_208 };

/** Figures that nobody could mistake, where lists and measurements would take them from. */
export async function leaveMarks(sessionId: string): Promise<void> {
  const { score, graderLevel, settled, level } = figures;
  await db().grade.updateMany({ where: { sessionId }, data: { score } });
  await db().sessionLevel.updateMany({ where: { sessionId }, data: { graderLevel } });
  // Where reviewers are far apart, what they gave decides what is shown to whoever decides between them.
  const isApart = { sessionId, session: { reviewState: "adjudicating" as const } };
  await db().sessionLevel.updateMany({ where: { NOT: isApart, sessionId }, data: { settled, people: [level] } });
}

async function markGrade(sessionId: string): Promise<void> {
  for (const { id, result } of await db().grade.findMany({ where: { sessionId } })) {
    const read = GradeResultSchema.parse(result);
    const told = JSON.stringify(read).replace(/"rationale":"[^"]*"/g, `"rationale":"${rationale}"`);
    await db().grade.update({ where: { id }, data: { result: JSON.parse(told), band: `band-${rationale}` } });
  }
}

async function colleague(organisationId: string, name: string) {
  return makeMember({ organisationId, roles: ["reviewer"], name });
}

async function giveMarked(organisationId: string, sessionId: string, { name, level }: { name: string; level: number }) {
  const reviewer = await colleague(organisationId, name);
  await giveReview(reviewer, { sessionId, levels: { framing: level, economics: level } });
  const comments = { framing: comment, economics: comment };
  await db().review.updateMany({ where: { sessionId, reviewerId: reviewer.id }, data: { comments } });
}

function marksOf(of: string, { candidate, candidacy, sessionId }: Awaited<ReturnType<typeof handIn>>): Mark[] {
  return [
    { what: `${of} name`, text: candidate.name, kind: "person" },
    { what: `${of} address`, text: candidate.email ?? "", kind: "person" },
    { what: `${of} account`, text: candidate.id.slice(-12), kind: "grader" },
    { what: `${of} code`, text: candidacy.code, kind: "blind name" },
    { what: `${of} session`, text: sessionId, kind: "blind name" },
  ];
}

export async function makeBlindCase(): Promise<BlindCase> {
  const people = await makePeople();
  const known = await makeExamples(people);
  const { id: organisationId, handle } = await db().organisation.findUniqueOrThrow({ where: { handle: "acme" } });
  const scenario = makeScenario();
  const assessment = await makeAssessment({ organisationId }, { scenario });
  const waiting = await handIn(assessment, { name: "Zebulon Quibblethwaite" });
  const apart = await handIn(assessment, { name: "Xanthippe Vandersnoot" });
  for (const [one, code] of [
    [waiting, "QZ7VX"],
    [apart, "JX9WK"],
  ] as const) {
    await db().candidacy.update({ where: { id: one.candidacy.id }, data: { code } });
    one.candidacy.code = code;
  }
  for (const [at, { candidate }] of [waiting, apart].entries()) {
    candidate.email = `unmistakable-address-${at + 1}@candidates.example`;
    await db().user.update({ where: { id: candidate.id }, data: { email: candidate.email } });
  }
  const readers = ["Mortimer Sesquipedal", "Ottoline Brobdingnag", "Peregrine Lilliput"];
  const [first = "", second = "", third = ""] = readers;
  await giveMarked(organisationId, waiting.sessionId, { name: first, level: 2 });
  await giveMarked(organisationId, apart.sessionId, { name: second, level: 0 });
  await giveMarked(organisationId, apart.sessionId, { name: third, level: 4 });
  for (const { sessionId } of [waiting, apart]) {
    await markGrade(sessionId);
    await leaveMarks(sessionId);
  }
  const transcriptMark = "Sphenopalatine transcript";
  await db().turn.updateMany({
    where: { sessionId: waiting.sessionId, speaker: "candidate" },
    data: { text: transcriptMark },
  });
  const both = [waiting.sessionId, apart.sessionId];
  const { reviewer: viewer, admin } = people;
  const sessions = {
    session: both,
    heldSession: both,
    apartSession: both,
    shippedSession: both,
    assessedSession: both,
    settledSession: both,
  };
  const others = Object.fromEntries(Object.entries(known).map(([name, value]) => [name, [value]]));
  const team: Team = {
    organisationId,
    handle,
    admin: admin.viewer,
    first: viewer.viewer,
    second: viewer.viewer,
    third: viewer.viewer,
  };
  const base = "/hiring/acme/assessments/{assessment}";
  return {
    people,
    team,
    waiting: waiting.sessionId,
    apart: apart.sessionId,
    code: waiting.candidacy.code,
    readers,
    transcriptMark,
    marks: [
      ...marksOf("the candidate’s", waiting),
      ...marksOf("the other candidate’s", apart),
      { what: "a grader’s rationale", text: rationale, kind: "grader" },
      { what: "a grader’s score", text: String(figures.score), kind: "grader" },
      { what: "a grader’s level", text: String(figures.graderLevel), kind: "grader" },
      { what: "a settled level", text: String(figures.settled), kind: "grader" },
      { what: "a colleague’s level", text: String(figures.level), kind: "grader" },
      { what: "a colleague’s comment", text: comment, kind: "reading" },
    ],
    examples: {
      ...others,
      ...sessions,
      assessment: [assessment.id],
      candidacy: [waiting.candidacy.id],
      code: [waiting.candidacy.code, apart.candidacy.code],
      settledCode: [waiting.candidacy.code, apart.candidacy.code],
      scenarioHash: [assessment.part.scenarioHash],
      nothing: [randomUUID()],
    },
    variants: [
      `${base}/results?sort=total&with=${waiting.candidacy.code}&with=${apart.candidacy.code}`,
      `${base}/results?sort=date`,
      `${base}/results?sort=level:framing`,
      `${base}/results/{code}`,
      `${base}/results/Zebulon`,
      `${base}/levels.csv`,
      `${base}/levels.csv?names=1`,
      "/hiring/acme/agreement/{scenarioHash}?between=people",
      "/hiring/acme/agreement/{scenarioHash}?criterion=framing",
      `/hiring/acme/audit?person=${waiting.candidate.id}`,
      "/hiring/acme/audit.csv",
      "/hiring/acme/sessions/{session}/record",
      "/hiring/acme/sessions/{session}/record.json",
      "/hiring/acme/reviews/{nothing}",
      "/hiring/acme/adjudicate/{nothing}",
      "/studio/reviews/{session}",
      "/studio/acme/sessions/{session}",
    ],
  };
}
