import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { questionsAsked, questionsInAll, type Mode } from "#app/domain/interview/session.ts";
import type { Band, Scenario } from "#app/domain/scenarios/schema.ts";
import { findScenario, type Owner } from "./find-scenario.server.ts";
import { listOwnSessions } from "./list-own-sessions.server.ts";
import { renderMarkdown, type MarkdownBlock } from "./render-markdown.server.ts";

/** What a person may see of a scenario before its interview: everything but positions, rubric and hidden facts. */
export type ScenarioView = Pick<
  Scenario,
  "slug" | "title" | "summary" | "kind" | "level" | "minutes" | "competencies" | "sources" | "facts"
> & {
  /** Whose it is; null for what ships. */
  owner: Owner | null;
  brief: MarkdownBlock[];
  questions: number;
  unfinished: { sessionId: string; question: number; of: number; mode: Mode } | null;
  attempts: { sessionId: string; finishedAt: string; score: number | null; band: Band | null }[];
};

export async function getScenario(viewer: Viewer | null, slug: string): Promise<ScenarioView | null> {
  const found = await findScenario(viewer, slug);
  if (!found) return null;
  const { title, summary, kind, level, minutes, competencies, sources, facts, brief } = found.scenario;
  const own = await listOwnSessions(viewer, { slug });
  const unfinished = own.find(({ phase }) => phase === "answering");
  return {
    slug,
    owner: found.owner,
    title,
    summary,
    kind,
    level,
    minutes,
    competencies,
    sources,
    facts,
    brief: await renderMarkdown(brief),
    questions: questionsInAll(found.scenario),
    unfinished: unfinished
      ? {
          sessionId: unfinished.id,
          question: questionsAsked(unfinished.turns),
          of: unfinished.questionsInAll,
          mode: unfinished.mode,
        }
      : null,
    attempts: own.flatMap(({ id, finishedAt, scored }) =>
      finishedAt
        ? [
            {
              sessionId: id,
              finishedAt: finishedAt.toISOString(),
              score: scored?.score ?? null,
              band: scored?.band ?? null,
            },
          ]
        : [],
    ),
  };
}
