/**
 * What each defence of the evidence gate does to a model that has been talked into full marks, and what it costs one that
 * has not: the mean score over calibration answers with the defence, beside the same without it.
 */
import { bearOut } from "#app/domain/grading/evidence/bearing.ts";
import { gateRules, openEvidenceGate, type GateRule } from "#app/domain/grading/evidence/evidence.ts";
import { attackKinds, type Attack, type AttackKind } from "#app/domain/grading/attacks/attack.ts";
import { attackTranscript } from "#app/domain/grading/attacks/attacked-answer.ts";
import type { Claim } from "#app/domain/grading/grade.ts";
import { noFindings } from "#app/domain/grading/findings/findings.ts";
import { foreignIn, withoutForeign } from "#app/domain/grading/evidence/foreign/foreign-runs.ts";
import { claimOffline, offlineGrader } from "#app/domain/grading/offline/offline-grader.ts";
import { scoreClaims } from "#app/domain/grading/score.ts";
import type { Transcript } from "#app/domain/interview/transcript.ts";
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import { readAttacks } from "#app/services/grading/run-attacks.server.ts";
import { readLibrary, type LibraryScenario } from "#app/services/library/load-library.server.ts";
import {
  claimsQuoting,
  fooledClaims,
  fooledKinds,
  handPicked,
  honestClaims,
  type FooledKind,
} from "#test/support/fooled-model.ts";
import type { Row } from "../row.ts";

type Defences = { rules: readonly GateRule[]; bearing: boolean };
const allDefences: Defences = { rules: gateRules, bearing: true };
const noDefences: Defences = { rules: [], bearing: false };

type Judged = { scenario: Scenario; transcript: Transcript; claims: readonly Claim[]; measuresBearing?: true };

const { scenarios } = await readLibrary({ scenariosDir: "scenarios", contentDir: "content" });
const known = scenarios.map(({ scenario }) => scenario);

function scoreWith({ scenario, transcript, claims, measuresBearing }: Judged, { rules, bearing }: Defences) {
  const gate = openEvidenceGate(transcript, { scenario, rules, foreign: foreignIn(scenario, transcript, known) });
  const borneOut =
    bearing && !measuresBearing ? bearOut({ rubric: scenario.rubric, transcript, gate }, claims) : claims;
  return scoreClaims(scenario.rubric, borneOut, gate, []);
}

function meanScore(all: readonly Judged[], defences: Defences): number {
  return all.reduce((sum, judged) => sum + scoreWith(judged, defences).score, 0) / Math.max(1, all.length);
}

/** The honest model on every answer that has hand-picked quotes. */
function honestAnswers(library: readonly LibraryScenario[]): Judged[] {
  return library.flatMap(({ scenario, calibration }) =>
    calibration.flatMap(({ name, labels, transcript }) => {
      const picked = handPicked[scenario.slug]?.[name];
      return picked ? [{ scenario, transcript, claims: honestClaims(labels, picked) }] : [];
    }),
  );
}

/** Verdicts in the candidate's favour of the honest model, and how many of them fall. */
function fallenVerdicts(honest: readonly Judged[], defences: Defences) {
  let verdicts = 0;
  const fallen: string[] = [];
  for (const judged of honest) {
    const { criteria } = scoreWith(judged, defences);
    const after = new Map(criteria.flatMap(({ checks }) => checks.map(({ id, verdict }) => [id, verdict] as const)));
    for (const { id, verdict, quotes } of judged.claims) {
      if ((verdict !== "met" && verdict !== "partial") || quotes.length === 0 || !after.has(id)) continue;
      verdicts += 1;
      if (after.get(id) !== verdict) fallen.push(`${judged.scenario.slug} ${id}`);
    }
  }
  return { verdicts, fallen };
}

const attackedKind = "right-label-wrong-reasons";

function wrongAnswers(library: readonly LibraryScenario[]) {
  return library.flatMap(({ scenario, calibration }) =>
    calibration.filter(({ name }) => name === attackedKind).map(({ transcript }) => ({ scenario, transcript })),
  );
}

function fooledAnswers(library: readonly LibraryScenario[], kind: FooledKind): Judged[] {
  return wrongAnswers(library).map((asked) => ({ ...asked, claims: fooledClaims(kind, asked) }));
}

/** The strong answer to the next scenario of the library. */
function elsewhere(library: readonly LibraryScenario[], { slug }: Scenario) {
  const other = library[(library.findIndex(({ scenario }) => scenario.slug === slug) + 1) % library.length];
  return other?.calibration.find(({ name }) => name === "strong");
}

/** A model that quotes what was put into the answer. */
function fooledByAttacks(library: readonly LibraryScenario[], attacks: readonly Attack[], kind: AttackKind): Judged[] {
  return wrongAnswers(library).flatMap(({ scenario, transcript }) => {
    const strongElsewhere = elsewhere(library, scenario)?.transcript ?? [];
    const around = { rubric: scenario.rubric, brief: scenario.brief, strongElsewhere };
    return attacks
      .filter((attack) => attack.kind === kind)
      .map((attack) => {
        const [attacked, injected] = [transcript, transcript.slice(0, 2)].map((turns, at) =>
          attackTranscript(turns, at === 0 ? attack : { ...attack, where: "instead" }, around),
        );
        const text = injected?.find(({ speaker }) => speaker === "candidate")?.text ?? "";
        const asked = { scenario, transcript: attacked ?? [] };
        return { ...asked, claims: claimsQuoting(text, asked) };
      });
  });
}

const defences: { what: string; without: Defences }[] = [
  ...gateRules.map((rule) => ({
    what: `gate rule ${rule}`,
    without: { ...allDefences, rules: gateRules.filter((each) => each !== rule) },
  })),
  { what: "bearing on the check", without: { ...allDefences, bearing: false } },
];

function fallenShare(honest: readonly Judged[]): number {
  const { verdicts, fallen } = fallenVerdicts(honest, noDefences);
  return (100 * fallen.length) / Math.max(1, verdicts);
}

/** The offline grader's own claims on the answers that try nothing. */
async function offlineAnswers(library: readonly LibraryScenario[]): Promise<Judged[]> {
  const asked = library.flatMap(({ scenario, calibration }) =>
    calibration
      .filter(({ name }) => name !== "instructs-the-grader" && name !== "keyword-stuffed")
      .map(({ transcript }) => ({ scenario, transcript, findings: noFindings })),
  );
  const replies = await Promise.all(asked.map((input) => offlineGrader.grade(input)));
  return asked.map((input, at) => {
    const reply = replies[at];
    return { ...input, claims: reply?.ok ? reply.claims : [], measuresBearing: true };
  });
}

/** One attack a kind, so that leaving out each defence in turn takes seconds. */
function oneOfEach(library: readonly LibraryScenario[], attacks: readonly Attack[]): Judged[] {
  return attackKinds.flatMap((kind) => {
    const first = attacks.find((attack) => attack.kind === kind);
    return first ? fooledByAttacks(library, [first], kind) : [];
  });
}

function row(what: string, judged: readonly Judged[], { without }: { without: Defences }, beside: string): Row {
  const figure = meanScore(judged, allDefences);
  return { what, figure, unit: "of 100", baseline: { what: beside, figure: meanScore(judged, without) } };
}

/** The offline grader, to which what speaks of another situation is not shown, beside one that reads it all. */
function foreignRow(what: string, asked: readonly Omit<Judged, "claims">[]): Row {
  const [shown, all] = [true, false].map((isLeftOut) =>
    asked.map(({ scenario, transcript }): Judged => {
      const read = isLeftOut ? withoutForeign(transcript, foreignIn(scenario, transcript, known)) : transcript;
      return { scenario, transcript, claims: claimOffline(scenario.rubric, read), measuresBearing: true };
    }),
  );
  const without = { ...allDefences, rules: gateRules.filter((rule) => rule !== "foreign") };
  const baseline = { what: "the same, reading what is foreign", figure: meanScore(all ?? [], without) };
  return { what, figure: meanScore(shown ?? [], allDefences), unit: "of 100", baseline };
}

/** What is said of another situation, left out: its cost on honest answers and what it takes from pasted ones. */
function foreignRows(library: readonly LibraryScenario[]): Row[] {
  const honest = library.flatMap(({ scenario, calibration }) =>
    calibration
      .filter(({ name }) => name !== "instructs-the-grader" && name !== "keyword-stuffed")
      .map(({ transcript }) => ({ scenario, transcript })),
  );
  const pasted = library.flatMap(({ scenario }) =>
    library
      .filter((other) => other.scenario.slug !== scenario.slug)
      .flatMap(({ calibration }) => calibration.filter(({ name }) => name === "strong"))
      .map(({ transcript }) => ({ scenario, transcript })),
  );
  return [
    foreignRow("offline grader, honest answers, foreign parts left out", honest),
    foreignRow("offline grader, strong answers to other scenarios, foreign parts left out", pasted),
  ];
}

export async function defenceRows(): Promise<Row[]> {
  const attacks = (await readAttacks("test/attacks"))?.attacks ?? [];
  const honest = honestAnswers(scenarios);
  const fooled = (Object.keys(fooledKinds) as FooledKind[]).flatMap((kind) => fooledAnswers(scenarios, kind));
  const injected = oneOfEach(scenarios, attacks);
  const offline = await offlineAnswers(scenarios);
  const { verdicts, fallen } = fallenVerdicts(honest, allDefences);
  const costs = defences.flatMap((defence) => [
    row(`fooled model: ${defence.what}`, [...fooled, ...injected], defence, "all defences but this one"),
    row(`honest model: ${defence.what}`, honest, defence, "all defences but this one"),
    row(`offline grader, honest answers: ${defence.what}`, offline, defence, "all defences but this one"),
  ]);
  const none = { without: noDefences };
  return [
    ...(Object.keys(fooledKinds) as FooledKind[]).map((kind) =>
      row(`fooled model, ${kind}`, fooledAnswers(scenarios, kind), none, "no defence but being said"),
    ),
    ...attackKinds.map((kind) =>
      row(
        `fooled model, quotes of ${kind}`,
        fooledByAttacks(scenarios, attacks, kind),
        none,
        "no defence but being said",
      ),
    ),
    row("honest model, hand-picked quotes", honest, none, "no defence but being said"),
    row("offline grader, honest answers", offline, none, "no defence but being said"),
    {
      what: "true verdicts of the honest model that fall",
      figure: (100 * fallen.length) / Math.max(1, verdicts),
      unit: "%",
      baseline: { what: "no defence but being said", figure: fallenShare(honest) },
    },
    ...foreignRows(scenarios),
    ...costs,
  ];
}
