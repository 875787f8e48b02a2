/** What changed between two versions of a scenario, field by field in reading order, in words for people. */
import type { Scenario } from "../scenarios/schema.ts";

export type ChangedWords = { text: string; kind: "same" | "added" | "removed" };

/** `where` names the field for people; `words` are the texts laid over each other. */
export type VersionChange = {
  where: string;
  kind: "added" | "removed" | "changed" | "moved";
  before: string | null;
  after: string | null;
  words?: ChangedWords[];
};

export function differenceOf(_before: Scenario, _after: Scenario): VersionChange[] {
  return [];
}
