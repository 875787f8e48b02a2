import { noFindings } from "#app/domain/grading/findings/findings.ts";
import type { Usage } from "#app/domain/grading/grade.ts";
import { costOf } from "#app/domain/grading/model/prices.ts";
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import type { Transcript } from "#app/domain/interview/transcript.ts";
import { createAnthropicGrader } from "#app/services/grading/anthropic-grader.server.ts";
import type { LibraryScenario } from "#app/services/library/load-library.server.ts";
import { startAnthropicServer } from "#test/support/anthropic-server.ts";
import type { Row } from "./row.ts";

const model = "claude-sonnet-5-5";

type Server = Awaited<ReturnType<typeof startAnthropicServer>>;

async function gradeOnce(server: Server, scenario: Scenario, transcript: Transcript): Promise<Usage> {
  const grader = createAnthropicGrader({
    spend: null,
    apiKey: "bench",
    baseURL: server.url,
    model,
    deadlineMs: 60_000,
    idleMs: 10_000,
  });
  const { making, ...reply } = await grader.grade({ scenario, transcript, findings: noFindings });
  if (!reply.ok || !making.usage) throw new Error("The benchmark's own server did not grade.");
  return making.usage;
}

/** The same session with one call for each criterion, each with its own prompt and nothing read from a cache. */
async function gradeByCriterion(server: Server, scenario: Scenario, transcript: Transcript): Promise<Usage[]> {
  const usages: Usage[] = [];
  for (const criterion of scenario.rubric.criteria) {
    const { input, cacheWrite, cacheRead, output } = await gradeOnce(
      server,
      { ...scenario, rubric: { criteria: [criterion] } },
      transcript,
    );
    usages.push({ input: input + cacheWrite + cacheRead, cacheWrite: 0, cacheRead: 0, output });
  }
  return usages;
}

const tokensOf = ({ input, cacheWrite, cacheRead, output }: Usage) => input + cacheWrite + cacheRead + output;

function costUsd(usages: readonly Usage[]): number {
  return usages.reduce((sum, usage) => sum + (costOf(model, usage) ?? Number.NaN), 0);
}

/**
 * Tokens and cost of one model grade, from requests recorded on a socket: a character count by four, priced from the
 * table. Thinking is not in it, on either side.
 */
export async function measureModelGrade({ scenario, calibration }: LibraryScenario): Promise<Row[]> {
  const transcript = calibration.find(({ name }) => name === "strong")?.transcript ?? [];
  const server = await startAnthropicServer();
  try {
    const first = await gradeOnce(server, scenario, transcript);
    const later = await gradeOnce(server, scenario, transcript);
    const apart = await gradeByCriterion(server, scenario, transcript);
    const tokens = apart.reduce((sum, usage) => sum + tokensOf(usage), 0);
    const cents = 100 * costUsd(apart);
    const what = `${apart.length} calls, one a criterion, uncached`;
    return [
      {
        what: "tokens of one model grade",
        figure: tokensOf(first),
        unit: "tokens",
        baseline: { what, figure: tokens },
      },
      {
        what: "cost, first of a scenario",
        figure: 100 * costUsd([first]),
        unit: "cents",
        baseline: { what, figure: cents },
      },
      {
        what: "cost, rubric in the cache",
        figure: 100 * costUsd([later]),
        unit: "cents",
        baseline: { what, figure: cents },
      },
    ];
  } finally {
    await server.close();
  }
}
