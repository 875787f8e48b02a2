import { mayAs } from "#app/domain/accounts/permissions.ts";
import { readRoles } from "#app/domain/accounts/roles.ts";
import { answerPath, DraftFilesSchema } from "#app/domain/authoring/draft.ts";
import type { Drafted, Strength } from "#app/domain/authoring/dry-run.ts";
import {
  answerPrompt,
  answerPromptVersion,
  answerReplySchema,
  intendedBand,
  readAnswerReply,
} from "#app/domain/authoring/dry-run/answer-prompt.ts";
import { freeAnswerName, writeSample } from "#app/domain/authoring/dry-run/sample-answer.ts";
import { costOf } from "#app/domain/grading/model/prices.ts";
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { env } from "#app/env.server.ts";
import { accountFor, type AnthropicAccount } from "#app/services/model/account-for.server.ts";
import { callAnthropic } from "#app/services/model/call-anthropic.server.ts";
import { drawNonce } from "#app/services/model/draw-nonce.server.ts";
import { keepResult } from "./keep-result.server.ts";
import type { LoadedRun, Stop } from "./load-run.server.ts";

const maxReplyTokens = 8_000;

type ToDraft = { strength: Strength; scenario: Scenario };

async function ask(run: LoadedRun, account: AnthropicAccount, { strength, scenario }: ToDraft) {
  const { gradingDeadlineMs: deadlineMs, gradingIdleMs: idleMs } = env();
  const { system, user } = answerPrompt(scenario, { strength, nonce: drawNonce() });
  const format = { type: "json_schema" as const, schema: answerReplySchema };
  return callAnthropic({
    account,
    spend: {
      purpose: "draft_answers",
      organisationId: run.scenario.organisationId,
      userId: run.startedById,
      promptVersion: answerPromptVersion,
    },
    request: { max_tokens: maxReplyTokens, system, output_config: { effort: "low", format }, user },
    idleMs,
    deadlineMs,
  });
}

async function mayStillWrite(tx: Prisma.TransactionClient, run: LoadedRun): Promise<boolean> {
  const { organisationId } = run.scenario;
  if (run.startedById === null) return false;
  const where = { organisationId_userId: { organisationId, userId: run.startedById } };
  const member = await tx.member.findUnique({ where });
  return member !== null && mayAs(readRoles(member.roles), "write_scenario");
}

/** Puts a file into the draft as it is now, beside whatever its authors have saved meanwhile. Gives its name. */
async function addToDraft(
  tx: Prisma.TransactionClient,
  run: LoadedRun,
  { wantedName, text }: { wantedName: string; text: string },
): Promise<string | null> {
  if (!(await mayStillWrite(tx, run))) return null;
  const { scenarioId: id, startedById } = run;
  await tx.$queryRaw`SELECT "id" FROM "AuthoredScenario" WHERE "id" = ${id} FOR UPDATE`;
  const row = await tx.authoredScenario.findUniqueOrThrow({ where: { id } });
  const draft = DraftFilesSchema.parse(row.files);
  const name = freeAnswerName(draft, wantedName);
  const files = DraftFilesSchema.safeParse({ ...draft, [answerPath(name)]: text });
  if (!files.success) return null;
  await tx.authoredScenario.update({
    where: { id },
    data: { files: files.data, revision: row.revision + 1, editedById: startedById, editedAt: new Date() },
  });
  return name;
}

const notAdded = "It could not be added to the draft: the draft is full, or whoever asked may no longer write there.";

/**
 * Has the model write one sample answer and puts it into the draft, marked as drafted. A reply that cannot be used is told
 * and kept as that; a fault of the model's API stops the run.
 */
export async function draftAnswer(run: LoadedRun, { strength, scenario }: ToDraft): Promise<Stop> {
  const { organisationId } = run.scenario;
  const account = await accountFor({ organisationId, userId: run.startedById });
  const startedAt = performance.now();
  const reply = await ask(run, account, { strength, scenario });
  if (!reply.ok) return { message: reply.message };
  const { usage } = reply;
  const costUsd = usage && costOf(account.model, usage);
  const taken = { strength, usage, costUsd, latencyMs: Math.round(performance.now() - startedAt) };
  const read = readAnswerReply(scenario, reply.text);
  const { opening } = scenario;
  const drafted = { model: account.model, band: intendedBand[strength] };
  const written = read.ok ? writeSample({ text: read.markdown, opening, author: account.model, drafted }) : read;
  await keepResult(run.id, async (result, tx) => {
    if (result.drafted.some((each) => each.strength === strength)) return null;
    const name = written.ok
      ? await addToDraft(tx, run, { wantedName: `drafted-${strength}`, text: written.text })
      : null;
    const message = written.ok ? (name === null ? notAdded : null) : written.message;
    const kept: Drafted = { ...taken, name, message };
    return { ...result, drafted: [...result.drafted, kept] };
  });
  return null;
}
