import { contradictionAnchor } from "#app/domain/content/place-link.ts";
import type { StudyPage } from "#app/domain/content/schema.ts";
import type { Source } from "#app/domain/scenarios/schema.ts";
import { briefSituations } from "#app/domain/simulator/decide/example-situations.ts";
import { procedures } from "#app/domain/simulator/decide/published/procedures.ts";
import { loadLibrary } from "../load-library.server.ts";

/** What the decision lab takes from the library: scenarios to begin with, and where its sources are told. */
export async function getDecisionLab() {
  const { scenarios, pages, contradictions } = await loadLibrary();
  const briefs = scenarios.flatMap(({ scenario: { slug, title } }) => {
    const situation = briefSituations[slug];
    return situation ? [{ slug, title, situation }] : [];
  });
  const told = contradictions.map(
    ({ id, title }) => [id, { title, to: `/figures#${contradictionAnchor(id)}` }] as const,
  );
  return { briefs, links: { sources: sourceAddresses(pages), contradictions: Object.fromEntries(told) } };
}

const home = "decision-procedures";

/** Of each line that a procedure cites, the section that cites it too, or else that of the whole procedure. */
function sourceAddresses(pages: readonly StudyPage[]): Record<Source, string> {
  const inOrder = pages.toSorted((one, other) => Number(other.slug === home) - Number(one.slug === home));
  const addressOf = (source: Source) => inOrder.map((page) => citedIn(page, source)).find((found) => found !== null);
  return Object.fromEntries(
    procedures.flatMap((procedure) => {
      const whole = addressOf(procedure.source);
      const cited = new Set([procedure.source, ...procedure.questions.map(({ source }) => source)]);
      return [...cited].flatMap((source) => {
        const address = addressOf(source) ?? whole;
        return address ? [[source, address] as const] : [];
      });
    }),
  );
}

function citedIn({ slug, citations, sections }: StudyPage, source: Source): string | null {
  const asked = linesOf(source);
  const found = citations.find((citation) => {
    const lines = linesOf(citation.source);
    return lines.document === asked.document && lines.first <= asked.last && asked.first <= lines.last;
  });
  if (!found) return null;
  const section = sections.findLast(({ line }) => line <= found.line);
  return `/learn/${slug}${section ? `#${section.id}` : ""}`;
}

function linesOf(source: Source): { document: string; first: number; last: number } {
  const [document = "", lines = ""] = source.split(":");
  const [first, last = first] = lines.split("-");
  return { document, first: Number(first), last: Number(last) };
}
