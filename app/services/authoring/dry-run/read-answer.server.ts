import { setImmediate as letOthersRun } from "node:timers/promises";
import type { DraftFiles } from "#app/domain/authoring/draft.ts";
import { stopsRun, type Reading, type ReadItem, type WantedReading } from "#app/domain/authoring/dry-run.ts";
import { readSampleAnswers } from "#app/domain/authoring/dry-run/sample-answer.ts";
import { GraderNameSchema, type GradeResult } from "#app/domain/grading/grade.ts";
import { gradeTranscript, type GradedTranscript } from "#app/domain/grading/grade-transcript.ts";
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import { chooseGrader } from "#app/services/grading/choose-grader.server.ts";
import { listSituationsOf } from "#app/services/library/find-scenario.server.ts";
import { keepResult } from "./keep-result.server.ts";
import type { LoadedRun, Stop } from "./load-run.server.ts";

const mostQuotes = 3;

function itemsIn({ criteria }: GradeResult): Record<string, ReadItem> {
  const all = criteria.flatMap(({ checks, redFlags }) => [...checks, ...redFlags]);
  return Object.fromEntries(
    all.map(({ id, verdict, quotes, reason }) => [
      id,
      { verdict, reason, quotes: quotes.slice(0, mostQuotes).map(({ text }) => text) },
    ]),
  );
}

function readingOf(wanted: WantedReading, graded: GradedTranscript, latencyMs: number): Reading {
  const { usage, costUsd } = graded.making;
  const taken = { ...wanted, usage, costUsd, latencyMs };
  if (graded.status === "ungraded") {
    const { status, reason, message } = graded;
    return { ...taken, status, reason, message };
  }
  const { score, band } = graded.result;
  return { ...taken, status: "graded", score, band, items: itemsIn(graded.result) };
}

async function keepReading(dryRunId: string, reading: Reading): Promise<void> {
  await keepResult(dryRunId, (result) => {
    const isThere = result.readings.some(({ answer, nth }) => answer === reading.answer && nth === reading.nth);
    return isThere ? null : { ...result, readings: [...result.readings, reading] };
  });
}

/** Reads one answer of a run once and keeps what came of it; a fault that every further reading would meet stops it. */
export async function openReader(run: LoadedRun, { scenario, files }: { scenario: Scenario; files: DraftFiles }) {
  const { organisationId } = run.scenario;
  const grader = await chooseGrader(GraderNameSchema.parse(run.grader), {
    purpose: "dry_run",
    organisationId,
    userId: run.startedById,
  });
  const known = (await listSituationsOf(organisationId)).filter(({ slug }) => slug !== scenario.slug);
  const transcripts = new Map(
    readSampleAnswers(files, scenario.rubric).map(({ name, transcript }) => [name, transcript ?? []]),
  );
  return async (wanted: WantedReading): Promise<Stop> => {
    // The offline grader does not wait for anything by itself, and a server has visitors.
    await letOthersRun();
    const startedAt = performance.now();
    const transcript = transcripts.get(wanted.answer) ?? [];
    const graded = await gradeTranscript(grader, { scenario, transcript, known });
    if (graded.status === "ungraded" && stopsRun(graded.reason)) return { message: graded.message };
    await keepReading(run.id, readingOf(wanted, graded, Math.round(performance.now() - startedAt)));
    return null;
  };
}
