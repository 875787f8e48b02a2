import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { answerPath, writtenFiles } from "#app/domain/authoring/draft.ts";
import { itemsOf, labelSample } from "#app/domain/authoring/dry-run/sample-answer.ts";
import { readScenarioFiles } from "#app/domain/authoring/read-draft.ts";
import { BandSchema, VerdictSchema, type Verdict } from "#app/domain/scenarios/schema.ts";
import type { WantedAuthored } from "../find-authored.server.ts";
import { editDraft } from "./edit-draft.server.ts";

/** What was sent for the band and each check or red flag; whatever is no label counts as not chosen. */
export type GivenLabels = { band: string; verdicts: Readonly<Record<string, string>> };

/** `field` is an id, or "band". */
export type LabelProblem = { field: string; message: string };

export type LabelledAnswer = { ok: true } | { ok: false; problems: LabelProblem[] };

function readLabels(ids: readonly string[], given: GivenLabels) {
  const band = BandSchema.safeParse(given.band);
  const verdicts: Record<string, Verdict> = {};
  const problems: LabelProblem[] = band.success ? [] : [{ field: "band", message: "Choose a band." }];
  for (const id of ids) {
    const verdict = VerdictSchema.safeParse(given.verdicts[id]);
    if (verdict.success) verdicts[id] = verdict.data;
    else problems.push({ field: id, message: "Choose a verdict." });
  }
  return band.success && problems.length === 0 ? { labels: { band: band.data, verdicts } } : { problems };
}

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
    const { labels, problems } = readLabels(ids, given);
    if (!labels) return { ok: false, refusal: problems };
    return { ok: true, files: labelSample(files, name, { author: viewer.name, ...labels }) };
  });
  if (edited === null || (!edited.ok && edited.refusal === null)) return null;
  return edited.ok ? { ok: true } : { ok: false, problems: edited.refusal ?? [] };
}
