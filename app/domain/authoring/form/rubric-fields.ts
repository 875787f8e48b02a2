/** The fields of rubric.yaml and hints.yaml, and of the labelled answers. */
import { competencies, competencyName } from "../../scenarios/competency.ts";
import { diagramRules, diagramRuleTitle } from "../../scenarios/diagram-rule.ts";
import { BandSchema, halves, VerdictSchema } from "../../scenarios/schema.ts";
import { choicesOf, fieldsOf, optional, type FieldRow } from "./field.ts";

const levelHelp = [
  "What an answer shows that has nothing of it: “Starts on a remedy without a question.”",
  "The first step above nothing: “Names the problem in the words of the brief.”",
  "Half of it: “Asks for one fact that decides it.”",
  "Nearly all of it: “Asks for the facts and says what hangs on them.”",
  "All of it: “As 3, and names the finding that would change the decision.”",
] as const;

const levelRows = levelHelp.map((help, level): FieldRow => [
  `criteria[].levels.${level}`,
  "text",
  `Level ${level}`,
  help,
]);

export const rubricFields = fieldsOf("rubric.yaml", [
  ["criteria", "items", "Criteria", "What an answer is judged by: five to seven, each about one competency."],
  ["criteria[].id", "text", "Name", "Lower-case words joined by hyphens, as framing."],
  ["criteria[].title", "text", "Title", "What the scorecard calls it, as “Where the answer got lost”.", optional],
  [
    "criteria[].competency",
    "choice",
    "Competency",
    "The one it counts towards.",
    { choices: choicesOf(competencies, (competency) => competencyName[competency]) },
  ],
  ["criteria[].weight", "number", "Weight", "Its part of the score; all weights together are best 100."],
  ["criteria[].levels", "items", "Levels", "What an answer of each level shows, from 0 to 4."],
  ...levelRows,
  ["criteria[].checks", "items", "Checks", "Yes/no questions about the transcript, two to four, each about one thing."],
  ["criteria[].checks[].id", "text", "Name", "Lower-case words joined by hyphens, as asks-how-often-it-changes."],
  [
    "criteria[].checks[].title",
    "text",
    "Title",
    "What the scorecard calls it, as “Asks how often it changes”.",
    optional,
  ],
  ["criteria[].checks[].points", "number", "Points", "From 1 to 10; what it is worth beside the other checks."],
  [
    "criteria[].checks[].afterTwist",
    "yes or no",
    "Only after the twist",
    "Nobody can be asked about it before the twist has been told.",
    optional,
  ],
  [
    "criteria[].checks[].asks",
    "long text",
    "What it asks",
    "One question that the transcript answers: “Does the candidate ask how often the documents change?”",
  ],
  [
    "criteria[].checks[].met",
    "list",
    "Said when it is met",
    "Three to six ways a candidate might say it, in their own words, as different as people are.",
  ],
  [
    "criteria[].checks[].notMet",
    "list",
    "Said when it is not",
    "Two to four tempting near misses: the denial, the swapped side, the empty phrase.",
    optional,
  ],
  [
    "criteria[].checks[].probe",
    "long text",
    "Follow-up question",
    "What the interviewer asks when it is not met, without the answer in it: “What would you want to know first?”",
  ],
  [
    "criteria[].checks[].study",
    "text",
    "Where to read about it",
    "Page and section of the study pages, as knowledge-or-behaviour#the-test.",
  ],
  [
    "criteria[].checks[].diagramRule",
    "choice",
    "Met by a drawing",
    "A drawing that keeps this rule says the same as the words.",
    { ...optional, choices: choicesOf(diagramRules, (rule) => diagramRuleTitle[rule]) },
  ],
  ["criteria[].redFlags", "items", "Red flags", "Mistakes that cost points when they are made.", optional],
  ["criteria[].redFlags[].id", "text", "Name", "Lower-case words joined by hyphens, as trains-the-contacts."],
  [
    "criteria[].redFlags[].title",
    "text",
    "Title",
    "What the scorecard calls it, as “Trains the contacts in”.",
    optional,
  ],
  ["criteria[].redFlags[].minus", "number", "Points it costs", "From 1 to 10; never more than the criterion has."],
  [
    "criteria[].redFlags[].asks",
    "long text",
    "What it asks",
    "One question: “Does the candidate put facts that change every fortnight into the weights?”",
  ],
  ["criteria[].redFlags[].met", "list", "Said when it is raised", "Ways a candidate might make the mistake."],
  [
    "criteria[].redFlags[].notMet",
    "list",
    "Said when it is not",
    "Things that sound like the mistake and are none, as “I would not train the contacts in”.",
    optional,
  ],
  [
    "criteria[].redFlags[].study",
    "text",
    "Where to read about it",
    "Page and section of the study pages, as freshness#the-test.",
    optional,
  ],
]);

export const hintFields = fieldsOf("hints.yaml", [
  [
    "*",
    "list",
    "Hints",
    "Three steps towards the check: a nudge, a direction, an example from another domain.",
    optional,
  ],
]);

const sentence = (value: string) => value.replaceAll("_", " ");

export const answerFields = fieldsOf("calibration", [
  ["author", "text", "Labelled by", "Who says what is right about this answer, as “scenario author”."],
  [
    "band",
    "choice",
    "Band",
    "The band the answer should come to.",
    { choices: choicesOf(BandSchema.options, sentence) },
  ],
  [
    "half",
    "choice",
    "Half",
    "Graders may be tuned on the development half; the test half is kept to see how they do.",
    { ...optional, choices: choicesOf(halves, sentence) },
  ],
  [
    "drafted",
    "text",
    "Drafted by",
    "The model that wrote the answer, until a person has edited and labelled it.",
    optional,
  ],
  [
    "verdicts.*",
    "choice",
    "Verdict",
    "What a grader should find, for each check and each red flag.",
    { ...optional, choices: choicesOf(VerdictSchema.options, sentence) },
  ],
  ["transcript", "markdown", "Transcript", "The interview below headings ## Interviewer and ## Candidate."],
]);
