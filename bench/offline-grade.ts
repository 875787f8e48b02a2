import { gradeTranscript } from "#app/domain/grading/grade-transcript.ts";
import { offlineGrader } from "#app/domain/grading/offline/offline-grader.ts";
import { sentencesIn, wordsIn } from "#app/domain/text/words.ts";
import type { LibraryScenario } from "#app/services/library/load-library.server.ts";
import { medianOf, type Row } from "./row.ts";

const rounds = 40;
const allocationRounds = 9;

async function timeEach(run: () => unknown): Promise<number[]> {
  const timesMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    await run();
    timesMs.push(performance.now() - startedAt);
  }
  return timesMs;
}

/** Megabytes a run leaves on the heap before anything is collected. `npm run bench` gives it room and a collector. */
async function allocateMb(run: () => unknown): Promise<number> {
  const left: number[] = [];
  for (let round = 0; round < allocationRounds; round += 1) {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    await run();
    left.push((process.memoryUsage().heapUsed - before) / 1e6);
  }
  return medianOf(left);
}

/** One offline grade of a strong answer, held against reading and splitting the same words. */
export async function measureOfflineGrade({ scenario, calibration }: LibraryScenario): Promise<Row[]> {
  const transcript = calibration.find(({ name }) => name === "strong")?.transcript ?? [];
  const grade = () => gradeTranscript(offlineGrader, { scenario, transcript });
  const read = () => transcript.map(({ text }) => [wordsIn(text), sentencesIn(text)]);
  const startedAt = performance.now();
  await grade();
  const firstMs = performance.now() - startedAt;
  const [gradeMs, readMs] = [medianOf(await timeEach(grade)), medianOf(await timeEach(read))];
  const [gradeMb, readMb] = [await allocateMb(grade), await allocateMb(read)];
  const reading = "reading and splitting the same words";
  return [
    { what: "one offline grade", figure: gradeMs, unit: "ms", baseline: { what: reading, figure: readMs } },
    {
      what: "the first of a scenario",
      figure: firstMs,
      unit: "ms",
      baseline: { what: "a later one", figure: gradeMs },
    },
    { what: "memory of one offline grade", figure: gradeMb, unit: "MB", baseline: { what: reading, figure: readMb } },
  ];
}
