import { gradeTranscript } from "#app/domain/grading/grade-transcript.ts";
import { offlineGrader } from "#app/domain/grading/offline/offline-grader.ts";
import { db } from "#app/db/client.server.ts";
import { keepVersion } from "#app/services/library/keep-version.server.ts";
import { readLibrary } from "#app/services/library/load-library.server.ts";

// Real interviews with real grades: the calibration answers of scenarios that ship, graded once by the offline grader.
// Every generated session is one of them.

export const scenarioCount = 3;

export type Template = {
  version: number;
  hash: string;
  rubric_hash: string;
  slug: string;
  minutes: number;
  score: number;
  band: string;
  result: object;
  turns: { seq: number; speaker: string; kind: string; text: string }[];
  levels: { id: string; position: number; level: number }[];
};

/** Keeps the versions in the open database, and gives what sessions on them are copied from. */
export async function makeTemplates(): Promise<Template[]> {
  const library = await readLibrary({ scenariosDir: "scenarios", contentDir: "content" });
  const chosen = library.scenarios.filter(({ calibration }) => calibration.length > 0).slice(0, scenarioCount);
  const templates: Template[] = [];
  for (const [version, entry] of chosen.entries()) {
    await keepVersion(db(), entry);
    const { scenario, hash, rubricHash: rubric_hash, calibration } = entry;
    for (const { transcript } of calibration) {
      const graded = await gradeTranscript(offlineGrader, { scenario, transcript });
      if (graded.status !== "graded") continue;
      const { score, band, criteria } = graded.result;
      templates.push({
        version,
        hash,
        rubric_hash,
        slug: scenario.slug,
        minutes: scenario.minutes,
        score,
        band,
        result: graded.result,
        turns: transcript.map(({ seq, speaker, kind, text }) => ({ seq, speaker, kind, text })),
        levels: criteria.map(({ id, level }, position) => ({ id, position, level })),
      });
    }
  }
  return templates;
}
