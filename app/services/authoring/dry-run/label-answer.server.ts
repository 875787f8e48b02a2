import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { answerPath, writtenFiles } from "#app/domain/authoring/draft.ts";
import { labelSample, readLabels, type GivenLabels, type LabelProblem } from "#app/domain/authoring/dry-run/labels.ts";
import { itemsOf } from "#app/domain/authoring/dry-run/sample-answer.ts";
import { readScenarioFiles } from "#app/domain/authoring/read-draft.ts";
import type { WantedAuthored } from "../find-authored.server.ts";
import { editDraft } from "./edit-draft.server.ts";

export type LabelledAnswer = { ok: true } | { ok: false; problems: LabelProblem[] };

/**
 * Writes a person's labels into a sample answer. All of them at once: half-labelled answers say nothing. Null for whoever
 * may not write there, and where there is no such answer or the rubric cannot be read.
 */
export async function labelAnswer(
  viewer: Viewer,
  wanted: WantedAuthored,
  { name, given }: { name: string; given: GivenLabels },
): Promise<LabelledAnswer | null> {
  const edited = await editDraft<LabelProblem[] | null>(viewer, wanted, (files) => {
    const { scenario } = readScenarioFiles(wanted.slug, writtenFiles(files));
    if (!scenario || !(answerPath(name) in files)) return { ok: false, refusal: null };
    const ids = itemsOf(scenario.rubric).map(({ id }) => id);
    const read = readLabels(ids, given);
    if (!read.ok) return { ok: false, refusal: read.problems };
    return { ok: true, files: labelSample(files, name, { author: viewer.name, ...read.labels }) };
  });
  if (edited === null || (!edited.ok && edited.refusal === null)) return null;
  return edited.ok ? { ok: true } : { ok: false, problems: edited.refusal ?? [] };
}
