import { expect, test } from "vitest";
import { makePeople } from "#test/support/access-examples.ts";
import { beginBy } from "#test/support/candidacy.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeAssessment, makeTeam } from "#test/support/hiring.ts";
import { textOf } from "#test/support/http-visitor.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { loadRemixApp } from "#test/support/remix-app.ts";
import { closeAssessment } from "#app/services/hiring/assessments/close-assessment.server.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";

// What somebody who finished nothing reads once the assessment is closed.

await useTestLibrary(makeScenario());
process.env.EMBEDDINGS = "none";
useTestJobs(idleJobs);

test("whoever finished nothing before the end is not told to finish a part first", { timeout: 120_000 }, async () => {
  const app = await loadRemixApp({ draws: true });
  const { viewer, headers } = (await makePeople()).candidate;
  const team = await makeTeam();
  const assessment = await makeAssessment(team);
  const id = await beginBy(viewer, assessment.id);
  const read = async () => textOf(await app.send(new Request(`http://localhost:3000/assessments/${id}`, { headers })));
  expect(await read()).toContain("Finish a part first");
  await closeAssessment(team.admin, { organisation: team.organisationId, assessment: assessment.id });
  const closed = await read();
  expect(closed).toContain("This assessment is closed.");
  expect(closed).not.toContain("Finish a part first");
});
