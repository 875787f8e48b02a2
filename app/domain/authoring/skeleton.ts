/** What a new scenario begins with: files that read without error and say in each place what belongs there. */
import type { Approach } from "../scenarios/approach.ts";

const best: Approach = "prompt";

/** scenario.md; its drawing and its facts are there to be replaced. `title` is written as JSON, which YAML reads. */
export function skeletonDescription(title: string): string {
  return `---
title: ${title}
summary: "One sentence that says who has which problem."
kind: choice # choice, dispute, diagnosis or code-reading
level: foundation # foundation, practitioner or senior
minutes: 20
competencies: [framing]
sources: [] # lines of the four sources that it rests on, as "S0:385"
facts:
  - { id: volume, label: "Questions a day", value: 1000, unit: "questions/day" }
hiddenFacts:
  - id: how-often-it-changes
    asks:
      - "How often do the documents change?"
      - "When was the material last updated?"
    answer: "What the candidate is told only after asking for it."
positions:
  - approach: ${best}
    strength: best # best, defensible or weak
    when: "The condition under which this approach is the right one, with its reason."
opening: "The first question of the interview."
---

The situation as the candidate reads it: who asks, what there is today, what hurts, what is disputed. Replace the drawing.

\`\`\`mermaid
flowchart LR
  Q["Question"] --> M["Model"]
  M --> A["Answer"]
\`\`\`
`;
}

export const skeletonRubric = `criteria:
  - id: framing
    title: "What this criterion is about"
    competency: framing
    weight: 100
    levels:
      0: "Starts on a remedy without a question."
      1: "Names the problem in the words of the brief."
      2: "Asks for one fact that decides it."
      3: "Asks for the facts and says which decision hangs on them."
      4: "As 3, and names the finding that would change the decision."
    checks:
      - id: asks-how-often-it-changes
        title: "Asks how often it changes"
        points: 3
        asks: "Does the candidate ask how often the documents change?"
        met:
          - "How often do these documents change, every day or once a year?"
          - "Before I decide anything, when was the material last updated?"
          - "I'd want to know the rate of change of the documents first."
        notMet:
          - "It doesn't matter whether the documents ever change."
          - "How many people use it every day?"
        probe: "What would you want to know about the material before you choose?"
        study: knowledge-or-behaviour#the-test
      - id: gives-a-reason
        title: "Gives the reason for the choice"
        points: 2
        asks: "Does the candidate say which fact of the situation the choice rests on?"
        met:
          - "I choose this because the policy changes every week."
          - "The weekly change decides it for me, nothing else does."
          - "Since the texts are replaced each Monday, training them in would be out of date."
        notMet:
          - "This is simply the best practice today."
          - "I would not give a reason, everybody does it like this."
        probe: "What made you decide that way?"
        study: answering-well#state-the-condition-that-flips-it
`;
