import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DraftFiles } from "#app/domain/authoring/draft.ts";

// Drafts as authors leave them: shipped scenarios, and one written in every odd way that YAML allows.

export async function shippedSlugs(): Promise<string[]> {
  return (await readdir("scenarios")).sort();
}

/** The files of a shipped scenario as a draft has them. */
export async function shippedDraft(slug: string): Promise<DraftFiles> {
  const root = join("scenarios", slug);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = await Promise.all(
    paths.map(async (path) => [path.slice(root.length + 1), await readFile(path, "utf8")]),
  );
  return Object.fromEntries(read);
}

const description = `---
# About a desk.
title: The refund desk   # plain, with a note
summary: 'It''s about refunds'
kind: choice
level: "foundation"
minutes: 20
competencies: [framing, decision] # two
sources: []
facts:
  # Asked by everyone.
  - { id: volume, label: "Questions a day", value: 900, unit: "questions/day" }
  # Only measured once.
  - id: declined
    label: |
      Declined
      in a week
    value: "22"

  - id: last
    label: >-
      folded over
      two lines
    value: many
hiddenFacts: []
positions:
- approach: rag
  strength: best
  when: it changes weekly
opening: "How do you go about it?"
---


The brief.

---

Below a line.
`;

const rubric = `# Of the desk.
criteria:
    - id: framing
      competency: framing
      weight: 60
      levels: { 0: none, 1: "a little", 2: half, 3: most, 4: all }
      checks:
        - id: asks-first
          points: 3 # the most
          asks: "Does the candidate ask?"
          met:
            - "How often?"   # often heard
            # Rare:
            - |-
              Before I choose,
              how often?
          probe: "What first?"
          study: freshness#the-test
          # nothing below
    - id: decision
      competency: decision
      weight: 40
      levels:
        0: none
        1: a little
        2: half
        3: most
        4: all
      checks: [{ id: decides, points: 2, asks: "Decides?", met: ["I choose retrieval."], probe: "So?", study: a#b }]
`;

export const oddDraft: DraftFiles = { "scenario.md": description, "rubric.yaml": rubric };
