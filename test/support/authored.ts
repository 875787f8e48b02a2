import { stringify } from "yaml";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { DraftFiles } from "#app/domain/authoring/draft.ts";
import type { Band, Scenario, Verdict } from "#app/domain/scenarios/schema.ts";
import { createScenario } from "#app/services/authoring/create-scenario.server.ts";
import { findAuthored } from "#app/services/authoring/find-authored.server.ts";
import { publishScenario } from "#app/services/authoring/publish-scenario.server.ts";
import { saveDraft } from "#app/services/authoring/save-draft.server.ts";
import { makeScenario, writtenScenario } from "#test/support/scenario.ts";

// Scenarios of an organisation, through the services that the studio calls.

// In words of the candidate's own: what repeats the rubric counts for nothing.
export const strongWords =
  "The dialect hardly ever changes, so I would train it in. Tables change every week, so they come from the catalogue when the question is asked. A trained model needs a much shorter prompt, and at this many queries a day that pays for the training.";
export const weakWords = "I would fine-tune on the catalogue every night so it knows all the tables.";

type Labelled = { words: string; band: Band; met: readonly string[] };

/** An answer with its author's labels. */
export function writtenAnswer({ words, band, met }: Labelled): string {
  const verdictOf = (id: string): Verdict => (met.includes(id) ? "met" : "not_met");
  const ids = makeScenario().rubric.criteria.flatMap(({ checks, redFlags }) => [...checks, ...redFlags]);
  const verdicts = Object.fromEntries(ids.map(({ id }) => [id, verdictOf(id)]));
  const labels = stringify({ author: "Ada", half: "development", band, verdicts });
  return `---\n${labels}---\n\n## Interviewer\n\n${makeScenario().opening}\n\n## Candidate\n\n${words}\n`;
}

/** The files of a draft that may be published; changes are of the scenario. */
export function draftOf(changes: Partial<Scenario> = {}): DraftFiles {
  const written = writtenScenario(makeScenario({ slug: "draft", ...changes }));
  const all = ["dialect-is-behaviour", "schema-is-knowledge", "shorter-prompt"];
  return {
    ...Object.fromEntries(written.map(({ file, text }) => [file.replace(/^draft\//, ""), text])),
    "calibration/strong.md": writtenAnswer({ words: strongWords, band: "strong", met: all }),
    "calibration/confidently-wrong.md": writtenAnswer({ words: weakWords, band: "beginning", met: ["trains-facts"] }),
  };
}

type Wanted = { organisation: string; title?: string; files?: DraftFiles };

/** A draft; its slug. */
export async function writeDraft(author: Viewer, { organisation, title = "Refund desk", files }: Wanted) {
  const made = await createScenario(author, { organisation, title, files: files ?? draftOf({ title }) });
  if (!made?.ok) throw new Error(`${title} was not made: ${JSON.stringify(made)}`);
  return made.slug;
}

type Known = { organisation: string; slug: string };

export async function revisionOf(author: Viewer, known: Known): Promise<number> {
  const found = await findAuthored(author, { ...known, action: "write_scenario" });
  if (!found) throw new Error(`There is no ${known.slug} for its author.`);
  return found.authored.revision;
}

/** Publishes the draft as it is, or as `files` say; the number of the version. */
export async function publishNow(author: Viewer, { files, ...known }: Known & { files?: DraftFiles }): Promise<number> {
  const seen = await revisionOf(author, known);
  const saved = files ? await saveDraft(author, { ...known, files, seenRevision: seen }) : null;
  if (saved && !saved.ok) throw new Error("Somebody else wrote on the draft.");
  const seenRevision = saved?.revision ?? seen;
  const published = await publishScenario(author, { ...known, seenRevision, note: "", acceptWarnings: true });
  if (!published?.ok) throw new Error(`${known.slug} was not published: ${JSON.stringify(published)}`);
  return published.number;
}

/** A published scenario of an organisation: its slug. */
export async function publishNew(author: Viewer, wanted: Wanted): Promise<string> {
  const slug = await writeDraft(author, wanted);
  await publishNow(author, { organisation: wanted.organisation, slug });
  return slug;
}
