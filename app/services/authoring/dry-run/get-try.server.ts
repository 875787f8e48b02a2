import type { Viewer } from "#app/domain/accounts/viewer.ts";
import {
  answerPath,
  descriptionPath,
  DraftFilesSchema,
  rubricPath,
  type DraftFiles,
} from "#app/domain/authoring/draft.ts";
import { DryRunResultSchema, spentOn, type DryRunResult, type Spent } from "#app/domain/authoring/dry-run.ts";
import { holdReadings } from "#app/domain/authoring/dry-run/held-readings.ts";
import {
  steadinessOf,
  viewReadings,
  type GraderReadings,
  type ReadingTable,
  type Steadiness,
} from "#app/domain/authoring/dry-run/reading-table.ts";
import { asLabelled, readSampleAnswers, type SampleAnswer } from "#app/domain/authoring/dry-run/sample-answer.ts";
import { judgePublishing, type PublishingJudgement } from "#app/domain/authoring/publishing.ts";
import { readDraft } from "#app/domain/authoring/read-draft.ts";
import { reportCalibration, type CalibrationReport } from "#app/domain/grading/calibration/calibration-report.ts";
import { graderNames, GraderNameSchema, type GraderName } from "#app/domain/grading/grade.ts";
import type { ModelEstimate } from "#app/domain/grading/model/estimate.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import type { Band, Scenario } from "#app/domain/scenarios/schema.ts";
import { readFrontMatter } from "#app/domain/scenarios/written-file.ts";
import { db } from "#app/db/client.server.ts";
import type { DryRun } from "#app/db/generated/client.ts";
import { sectionsFor } from "#app/services/library/material/sections-for.server.ts";
import { accountFor } from "#app/services/model/account-for.server.ts";
import { findAuthored, type FoundAuthored, type WantedAuthored } from "../find-authored.server.ts";
import { estimateDrafts, estimateReading } from "./estimate-run.server.ts";

export type SampleView = Pick<SampleAnswer, "name" | "state" | "author" | "drafted" | "problem"> & {
  band: Band | null;
  /** The candidate's words in it. */
  words: number;
  /** One reading by the model; null where there is none to ask. */
  estimate: ModelEstimate | null;
};

export type RunView = Pick<DryRun, "id" | "status" | "done" | "total" | "repeats" | "message"> & {
  purpose: "grade" | "draft_answers";
  grader: GraderName;
  model: string | null;
  createdAt: string;
  estimate: ModelEstimate | null;
  spent: Spent;
  /** What drafting could not use. */
  notes: string[];
};

export type AgreementView = { grader: GraderName; report: CalibrationReport };

export type TryView = {
  title: string;
  /** Errors that keep the draft from being read; empty where it can be. */
  broken: Problem[];
  answers: SampleView[];
  model: { name: string; canBeAsked: boolean; draftEstimate: ModelEstimate | null };
  runs: RunView[];
  table: ReadingTable | null;
  steadiness: Steadiness[];
  agreement: AgreementView[];
  /** Null until the offline grader has read every labelled answer of the draft as it is. */
  publishing: PublishingJudgement | null;
};

/** Each holds its whole draft and every reading: more are not looked into. */
const mostRuns = 8;

type ReadRun = { row: DryRun; files: DraftFiles; result: DryRunResult };

async function listRuns(scenarioId: string): Promise<ReadRun[]> {
  const rows = await db().dryRun.findMany({
    where: { scenarioId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostRuns,
  });
  return rows.map((row) => ({
    row,
    files: DraftFilesSchema.parse(row.files),
    result: DryRunResultSchema.parse(row.result ?? {}),
  }));
}

function viewRun({ row, result }: ReadRun): RunView {
  const { id, status, done, total, repeats, message } = row;
  return {
    id,
    status,
    done,
    total,
    repeats,
    message,
    purpose: row.purpose === "draft_answers" ? "draft_answers" : "grade",
    grader: GraderNameSchema.parse(row.grader),
    model: result.model,
    createdAt: row.createdAt.toISOString(),
    estimate: row.estimate as ModelEstimate | null,
    spent: spentOn(result),
    notes: result.drafted.flatMap(({ message: note }) => note ?? []),
  };
}

function bodyOf(files: DraftFiles, name: string): string {
  const file = answerPath(name);
  return readFrontMatter({ file, text: files[file] ?? "" }).body;
}

/** Whether what was read of an answer is what the draft says now: the questions, the rubric and its own words. */
function isAsRead(now: DraftFiles, then: DraftFiles, name: string): boolean {
  const isSame = (path: string) => now[path] === then[path];
  return isSame(descriptionPath) && isSame(rubricPath) && bodyOf(now, name) === bodyOf(then, name);
}

/** For each answer its newest readings by a grader: a later run need not cover them all. */
function newestReadings(grader: GraderName, runs: readonly ReadRun[], now: DraftFiles): GraderReadings {
  const own = runs.filter(({ row }) => row.purpose === "grade" && row.grader === grader);
  const newest = new Map<string, ReadRun>();
  for (const run of own) {
    for (const { answer } of run.result.readings) if (!newest.has(answer)) newest.set(answer, run);
  }
  return {
    grader,
    readings: [...newest].flatMap(([name, { result }]) => result.readings.filter(({ answer }) => answer === name)),
    isCurrent: (name) => {
      const run = newest.get(name);
      return run !== undefined && isAsRead(now, run.files, name);
    },
  };
}

type Readable = { scenario: Scenario; samples: SampleAnswer[]; problems: Problem[]; readings: GraderReadings[] };

function viewAgreement({ scenario, samples, readings }: Readable): AgreementView[] {
  return readings.flatMap(({ grader, readings: own }) => {
    const held = holdReadings(scenario, { answers: samples, readings: own });
    return held.length === 0 ? [] : [{ grader, report: reportCalibration(held) }];
  });
}

function judge({ scenario, samples, problems, readings }: Readable): PublishingJudgement | null {
  const offline = readings.find(({ grader }) => grader === "offline");
  const calibration = samples.flatMap((sample) => asLabelled(sample) ?? []);
  const isRead = ({ name }: { name: string }) =>
    offline?.isCurrent(name) === true && offline.readings.some(({ answer }) => answer === name);
  if (!offline || calibration.length === 0 || !calibration.every(isRead)) return null;
  const held = holdReadings(scenario, { answers: samples, readings: offline.readings });
  return judgePublishing({ scenario, calibration, held, problems });
}

const countWords = ({ transcript }: SampleAnswer) =>
  (transcript ?? [])
    .filter(({ speaker }) => speaker === "candidate")
    .reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0);

function viewSample(sample: SampleAnswer, scenario: Scenario | null, model: string | null): SampleView {
  const { name, state, author, drafted, problem, band } = sample;
  return {
    name,
    state,
    author,
    drafted,
    problem,
    band: state === "labelled" ? band : null,
    words: countWords(sample),
    estimate: scenario && model !== null ? estimateReading(scenario, sample, model) : null,
  };
}

function viewReadable(readable: Readable) {
  const { scenario, samples, readings } = readable;
  const table = viewReadings(scenario.rubric, { answers: samples, runs: readings });
  return {
    table: table.columns.length === 0 ? null : table,
    steadiness: steadinessOf(scenario.rubric, { table, runs: readings }),
    agreement: viewAgreement(readable),
    publishing: judge(readable),
  };
}

async function view(viewer: Viewer, { authored, address }: FoundAuthored): Promise<TryView> {
  const { id, files, organisationId, title } = authored;
  const [sections, runs, account] = await Promise.all([
    sectionsFor(organisationId),
    listRuns(id),
    accountFor({ organisationId, userId: viewer.id }),
  ]);
  const { scenario, problems } = readDraft(address, files, { sections });
  const samples = readSampleAnswers(files, scenario?.rubric ?? null);
  const readings = graderNames.map((grader) => newestReadings(grader, runs, files));
  const model = account.apiKey === null ? null : account.model;
  const unread = { table: null, steadiness: [], agreement: [], publishing: null };
  return {
    title,
    broken: scenario ? [] : problems.filter(({ severity }) => severity === "error"),
    answers: samples.map((sample) => viewSample(sample, scenario, model)),
    model: {
      name: account.model,
      canBeAsked: model !== null,
      draftEstimate: scenario && model !== null ? estimateDrafts(scenario, model) : null,
    },
    runs: runs.map(viewRun),
    ...(scenario ? viewReadable({ scenario, samples, problems, readings }) : unread),
  };
}

/** Everything about trying a draft. Null for whoever may not write there. */
export async function getTry(viewer: Viewer, { organisation, slug }: WantedAuthored): Promise<TryView | null> {
  const found = await findAuthored(viewer, { organisation, slug, action: "write_scenario" });
  return found && view(viewer, found);
}
