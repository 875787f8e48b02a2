import { DraftFilesSchema } from "#app/domain/authoring/draft.ts";
import { draftsToMake, readingsToMake } from "#app/domain/authoring/dry-run.ts";
import { readDraft } from "#app/domain/authoring/read-draft.ts";
import { addressOf } from "#app/domain/scenarios/address.ts";
import { db } from "#app/db/client.server.ts";
import { draftAnswer } from "./draft-answer.server.ts";
import { enqueueNextStretch } from "./enqueue-dry-run.server.ts";
import { loadRun, type LoadedRun, type Stop } from "./load-run.server.ts";
import { openReader } from "./read-answer.server.ts";

type Step = () => Promise<Stop>;

function scenarioOf({ files, scenario: { slug, organisation } }: LoadedRun) {
  const parsed = DraftFilesSchema.parse(files);
  const { scenario } = readDraft(addressOf(organisation.handle, slug), parsed, { sections: new Set() });
  return scenario && { scenario, files: parsed };
}

/** Everything that is still to do, each by itself; null where the draft cannot be read. */
async function stepsOf(run: LoadedRun): Promise<Step[] | null> {
  const written = scenarioOf(run);
  if (!written) return null;
  if (run.purpose === "draft_answers") {
    return draftsToMake(run.read).map((strength) => () => draftAnswer(run, { strength, scenario: written.scenario }));
  }
  const read = await openReader(run, written);
  return readingsToMake(run.read, run.repeats).map((wanted) => () => read(wanted));
}

/** A model is asked about several at once: most of the time it is waited for. */
const atOnce = { offline: 1, anthropic: 3 } as const;

/** No step begins after this, so that the last one is over before the job counts as lost. */
const begunWithinMs = 40_000;

async function isRunning(dryRunId: string): Promise<boolean> {
  return (await db().dryRun.count({ where: { id: dryRunId, status: "running" } })) > 0;
}

/** Steps in order, a few at once; ends early when one says so, when the run is cancelled, or when it is time. */
async function work(run: LoadedRun, steps: readonly Step[]): Promise<Stop> {
  const startedAt = performance.now();
  const waiting = [...steps];
  let stop: Stop = null;
  const next = async (): Promise<void> => {
    while (stop === null && performance.now() - startedAt < begunWithinMs) {
      const step = waiting.shift();
      if (!step || !(await isRunning(run.id))) return;
      stop ??= await step();
    }
  };
  const width = run.grader === "offline" ? atOnce.offline : atOnce.anthropic;
  await Promise.all(Array.from({ length: width }, next));
  return stop;
}

async function end(dryRunId: string, status: "done" | "failed", message: string | null = null): Promise<void> {
  await db().dryRun.updateMany({
    where: { id: dryRunId, status: "running" },
    data: { status, message, finishedAt: new Date() },
  });
}

async function goOn(dryRunId: string): Promise<void> {
  const run = await loadRun(dryRunId);
  if (!run) return;
  const steps = await stepsOf(run);
  if (steps === null) return end(dryRunId, "failed", "The draft could not be read as a scenario.");
  const stop = await work(run, steps);
  if (stop) return end(dryRunId, "failed", stop.message);
  const { done, total } = await db().dryRun.findUniqueOrThrow({ where: { id: dryRunId } });
  if (done >= total) return end(dryRunId, "done");
  if (await isRunning(dryRunId)) await enqueueNextStretch(dryRunId);
}

/**
 * Does a stretch of a run and asks for the next. May run again after a crash, and beside itself: what has been read is
 * kept one by one and not read again, and a run that has ended is left as it is.
 */
export async function runDryRun(dryRunId: string): Promise<void> {
  await db().dryRun.updateMany({ where: { id: dryRunId, status: "queued" }, data: { status: "running" } });
  try {
    await goOn(dryRunId);
  } catch (error) {
    await end(dryRunId, "failed", "Something went wrong on our side. What was read is kept; go on with it.");
    throw error;
  }
}
