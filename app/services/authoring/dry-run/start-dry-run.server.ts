import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { DryRunResultSchema, mostRepeats, strengths } from "#app/domain/authoring/dry-run.ts";
import { readSampleAnswers, type SampleAnswer } from "#app/domain/authoring/dry-run/sample-answer.ts";
import { readDraft } from "#app/domain/authoring/read-draft.ts";
import type { GraderName } from "#app/domain/grading/grade.ts";
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { accountFor, type AnthropicAccount } from "#app/services/model/account-for.server.ts";
import { lockAuthored, type FoundAuthored, type WantedAuthored } from "../find-authored.server.ts";
import { enqueueDryRun } from "./enqueue-dry-run.server.ts";
import { addEstimates, estimateDrafts, estimateReading } from "./estimate-run.server.ts";

export type StartedRun =
  | { ok: true; dryRunId: string }
  | { ok: false; reason: "broken" | "nothing_chosen" | "no_key" | "under_way"; message: string };

type Refusal = Extract<StartedRun, { ok: false }>;

const refusals: Record<Refusal["reason"], string> = {
  broken: "The draft cannot be read as a scenario yet. Mend what the write page says, then run it.",
  nothing_chosen: "Choose at least one sample answer that can be read.",
  no_key: "There is no key for the model. An admin can set one for the organisation.",
  under_way: "Such a run is under way already. Wait for it, or cancel it.",
};

export const refuse = (reason: Refusal["reason"]): Refusal => ({ ok: false, reason, message: refusals[reason] });

type Readable = { scenario: Scenario; answers: SampleAnswer[] };

function readAnswers({ authored, address }: FoundAuthored): Readable | null {
  const { scenario } = readDraft(address, authored.files, { sections: new Set() });
  return scenario && { scenario, answers: readSampleAnswers(authored.files, scenario.rubric) };
}

/** Whether such a run has not ended yet. */
export async function isUnderWay(
  tx: Prisma.TransactionClient,
  where: { scenarioId: string; purpose: string; grader: string },
): Promise<boolean> {
  return (await tx.dryRun.count({ where: { ...where, status: { in: ["queued", "running"] } } })) > 0;
}

async function enqueue(started: StartedRun | null): Promise<StartedRun | null> {
  if (started?.ok) await enqueueDryRun(started.dryRunId);
  return started;
}

type WantedRun = { grader: GraderName; repeats: number; answers: readonly string[] };

/** The offline grader says the same every time, so it reads once. */
const timesOf = ({ grader, repeats }: WantedRun) =>
  grader === "offline" ? 1 : Math.min(mostRepeats, Math.max(1, Math.trunc(repeats)));

function planRun(readable: Readable, { wanted, account }: { wanted: WantedRun; account: AnthropicAccount }) {
  const { scenario, answers } = readable;
  const chosen = answers.filter(({ name, transcript }) => transcript !== null && wanted.answers.includes(name));
  const repeats = timesOf(wanted);
  const model = wanted.grader === "anthropic" ? account.model : null;
  const once = model === null ? [] : chosen.map((answer) => estimateReading(scenario, answer, model));
  const result = DryRunResultSchema.parse({ answers: chosen.map(({ name }) => name), model });
  return { repeats, total: chosen.length * repeats, estimate: addEstimates(once, repeats), result };
}

/** Has a grader read sample answers of the draft as it is now. Null for whoever may not write there. */
export async function startDryRun(
  viewer: Viewer,
  { organisation, slug }: WantedAuthored,
  wanted: WantedRun,
): Promise<StartedRun | null> {
  const started = await db().$transaction(async (tx): Promise<StartedRun | null> => {
    const found = await lockAuthored(tx, viewer, { organisation, slug, action: "write_scenario" });
    if (!found) return null;
    const { id: scenarioId, organisationId, files, revision } = found.authored;
    const readable = readAnswers(found);
    if (!readable) return refuse("broken");
    const account = await accountFor({ organisationId, userId: viewer.id }, { reader: tx });
    if (wanted.grader === "anthropic" && account.apiKey === null) return refuse("no_key");
    const { repeats, total, estimate, result } = planRun(readable, { wanted, account });
    if (total === 0) return refuse("nothing_chosen");
    const { grader } = wanted;
    if (await isUnderWay(tx, { scenarioId, purpose: "grade", grader })) return refuse("under_way");
    const data = { scenarioId, revision, files, purpose: "grade", grader, repeats, total, result };
    const { id } = await tx.dryRun.create({
      data: { ...data, startedById: viewer.id, ...(estimate && { estimate }) },
    });
    return { ok: true, dryRunId: id };
  });
  return enqueue(started);
}

/** Has the model draft a weak, a middling and a strong answer. Null for whoever may not write there. */
export async function startDrafting(
  viewer: Viewer,
  { organisation, slug }: WantedAuthored,
): Promise<StartedRun | null> {
  const started = await db().$transaction(async (tx): Promise<StartedRun | null> => {
    const found = await lockAuthored(tx, viewer, { organisation, slug, action: "write_scenario" });
    if (!found) return null;
    const { id: scenarioId, organisationId, files, revision } = found.authored;
    const readable = readAnswers(found);
    if (!readable) return refuse("broken");
    const { apiKey, model } = await accountFor({ organisationId, userId: viewer.id }, { reader: tx });
    if (apiKey === null) return refuse("no_key");
    const run = { scenarioId, purpose: "draft_answers", grader: "anthropic" };
    if (await isUnderWay(tx, run)) return refuse("under_way");
    const result = DryRunResultSchema.parse({ model });
    const estimate = estimateDrafts(readable.scenario, model);
    const data = { ...run, revision, files, result, estimate };
    const { id } = await tx.dryRun.create({ data: { ...data, total: strengths.length, startedById: viewer.id } });
    return { ok: true, dryRunId: id };
  });
  return enqueue(started);
}
