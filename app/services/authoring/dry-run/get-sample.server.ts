import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { readSampleAnswers, type SampleAnswer } from "#app/domain/authoring/dry-run/sample-answer.ts";
import { readDraft } from "#app/domain/authoring/read-draft.ts";
import { numberQuestions, type Turn } from "#app/domain/interview/transcript.ts";
import { titleOf, titleOfCriterion } from "#app/domain/scenarios/schema.ts";
import { renderMarkdown, type MarkdownBlock } from "#app/services/library/render-markdown.server.ts";
import { findAuthored, type WantedAuthored } from "../find-authored.server.ts";

export type LabelItem = { key: string; id: string; title: string; asks: string; isRedFlag: boolean };

export type SampleToLabel = Pick<SampleAnswer, "name" | "state" | "author" | "drafted" | "band" | "verdicts"> & {
  scenarioTitle: string;
  brief: MarkdownBlock[];
  transcript: (Turn & { questionNumber: number | null })[];
  criteria: { key: string; title: string; items: LabelItem[] }[];
};

const letter = (at: number) => String.fromCharCode(65 + at);

/**
 * A sample answer as its author labels it: without what any grader made of it. Null where there is no such answer or it
 * cannot be read, and for whoever may not write there.
 */
export async function getSample(
  viewer: Viewer,
  { organisation, slug, name }: WantedAuthored & { name: string },
): Promise<SampleToLabel | null> {
  const found = await findAuthored(viewer, { organisation, slug, action: "write_scenario" });
  if (!found) return null;
  const { scenario } = readDraft(found.address, found.authored.files, { sections: new Set() });
  if (!scenario) return null;
  const sample = readSampleAnswers(found.authored.files, scenario.rubric).find((each) => each.name === name);
  if (!sample?.transcript) return null;
  const { state, author, drafted, band, verdicts, transcript } = sample;
  return {
    name,
    state,
    author,
    drafted,
    // Before anybody labelled it the band is what a model was asked for.
    band: state === "labelled" ? band : null,
    verdicts: state === "labelled" ? verdicts : {},
    scenarioTitle: scenario.title,
    brief: await renderMarkdown(scenario.brief),
    transcript: numberQuestions(transcript),
    criteria: scenario.rubric.criteria.map((criterion, at) => ({
      key: letter(at),
      title: titleOfCriterion(criterion),
      items: [
        ...criterion.checks.map((check, nth) => ({
          ...itemOf(check),
          key: `${letter(at)}${nth + 1}`,
          isRedFlag: false,
        })),
        ...criterion.redFlags.map((flag, nth) => ({
          ...itemOf(flag),
          key: `${letter(at)}F${nth + 1}`,
          isRedFlag: true,
        })),
      ],
    })),
  };
}

function itemOf(item: { id: string; title?: string | undefined; asks: string }) {
  return { id: item.id, title: titleOf(item), asks: item.asks };
}
