/** The fields of scenario.md: its front matter in the order it is written in, and the brief below it. */
import { approachName, approaches } from "../../scenarios/approach.ts";
import { competencies, competencyName } from "../../scenarios/competency.ts";
import { diagramRules, diagramRuleTitle } from "../../scenarios/diagram-rule.ts";
import { levels, maxFollowUps, scenarioKinds, type ScenarioKind } from "../../scenarios/schema.ts";
import { choicesOf, fieldsOf, optional } from "./field.ts";

const kindName: Record<ScenarioKind, string> = {
  choice: "Choice: which approach fits",
  dispute: "Dispute: the sources disagree",
  diagnosis: "Diagnosis: what is wrong first",
  "code-reading": "Code to read: what is wrong with it",
};

const approachChoices = choicesOf(approaches, (approach) => approachName[approach]);
const strengths = choicesOf(["best", "defensible", "weak"], (strength) => strength);

export const descriptionFields = fieldsOf("scenario.md", [
  ["title", "text", "Title", "The name of the situation on every list, as “Whom do I tell?”."],
  ["summary", "text", "Summary", "One sentence for the list: who has which problem, without giving the answer away."],
  [
    "kind",
    "choice",
    "Kind",
    "What the situation mainly asks for; reading code needs no positions and no hidden facts.",
    { ...optional, choices: choicesOf(scenarioKinds, (kind) => kindName[kind]) },
  ],
  [
    "level",
    "choice",
    "Level",
    "How much experience it takes: foundation is for somebody new to the field.",
    { choices: choicesOf(levels, (level) => level) },
  ],
  [
    "minutes",
    "number",
    "Minutes",
    "How long the interview should take, from 5 to 90; mock interviews are timed by it.",
  ],
  [
    "competencies",
    "list",
    "Competencies",
    "What it is practice for; each should have a criterion in the rubric, as framing or economics.",
    { choices: choicesOf(competencies, (competency) => competencyName[competency]) },
  ],
  ["sources", "list", "Sources", "Lines of the four sources that the situation rests on, as S0:385 or S1:36-44."],
  ["facts", "items", "Facts", "What the candidate is told from the start, mostly numbers to reason with."],
  ["facts[].id", "text", "Name", "Lower-case words joined by hyphens, as questions-a-day; the rubric may refer to it."],
  ["facts[].label", "text", "Label", "What the fact is, as “Questions a day”."],
  ["facts[].value", "number or text", "Value", "A number alone, so that it can be calculated with, or words: 900."],
  ["facts[].unit", "text", "Unit", "What the number counts, as questions/day, % or USD/month.", optional],
  ["facts[].source", "source", "Source", "The line it is taken from, as S0:172; empty if you made it up.", optional],
  ["hiddenFacts", "items", "Hidden facts", "What is told only to those who ask. Good questions are worth points."],
  ["hiddenFacts[].id", "text", "Name", "Lower-case words joined by hyphens, as how-often-it-changes."],
  [
    "hiddenFacts[].asks",
    "list",
    "Ways of asking",
    "Questions that should be answered with it, in different words: “How often do the documents change?”",
  ],
  ["hiddenFacts[].answer", "long text", "Answer", "What the interviewer then says, in whole sentences."],
  ["positions", "items", "Positions", "Every approach that somebody could defend here, each with its condition."],
  ["positions[].approach", "choice", "Approach", "The approach that is defended.", { choices: approachChoices }],
  [
    "positions[].strength",
    "choice",
    "Strength",
    "How well it can be defended in this situation. Reasons are graded, never the label.",
    { choices: strengths },
  ],
  [
    "positions[].when",
    "long text",
    "When",
    "The condition that selects it, with the reason: “While the policy changes every week …”",
  ],
  ["positions[].sources", "list", "Sources", "Lines of the sources that recommend it, as S2:481.", optional],
  ["opening", "long text", "Opening question", "The first thing the interviewer says, as “How do you go about it?”"],
  ["twist", "items", "Twist", "A requirement that changes once in the middle of the interview.", optional],
  ["twist.after", "number", "After answer", "The answer after which it comes, from 1 to 4."],
  ["twist.change", "long text", "What changes", "The new requirement: “From September the rota changes twice a day.”"],
  ["twist.asks", "long text", "Question", "What is asked about it: “What of your design survives that?”"],
  [
    "twist.best",
    "choice",
    "Best from then on",
    "The approach that is best after the change, if it is another one.",
    { ...optional, choices: approachChoices },
  ],
  [
    "followUps",
    "number",
    "Follow-up questions",
    `Questions after the opening at most, from 0 to ${maxFollowUps}; a twist is one of them.`,
    optional,
  ],
  [
    "diagramRules",
    "list",
    "Rules for drawings",
    "What a drawing in an answer is held to, as “Reranking comes after retrieval”.",
    { ...optional, choices: choicesOf(diagramRules, (rule) => diagramRuleTitle[rule]) },
  ],
  [
    "body",
    "markdown",
    "Brief",
    "The situation as candidates read it: who asks, what there is, what hurts, what is disputed. Draw it with Mermaid.",
  ],
]);
