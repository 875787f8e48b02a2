/**
 * A scenario as an author writes it: scenario.md (front matter and brief), rubric.yaml and labelled calibration answers.
 * What is needed to run at all is an error here; how deep a scenario should go is judged in depth.ts.
 */
import { z } from "zod";
import { AddressSchema } from "./address.ts";
import { approaches } from "./approach.ts";
import { competencies, competencyName } from "./competency.ts";
import { DiagramRuleSchema } from "./diagram-rule.ts";

/** A draft is linted and graded wherever it is looked at: what nobody needs may not hold up everybody else. */
const bounds = { text: 2_000, brief: 40_000, name: 100, list: 60, rubricList: 20, phrasings: 30 };
const wholeRubric = { items: 120, phrasings: 1_000 };

function written(most: number) {
  return z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(most, `may be at most ${most.toLocaleString("en")} characters long`);
}

function listOf<Item extends z.ZodType>(item: Item, most = bounds.list) {
  return z.array(item).max(most, `may hold at most ${most}`);
}

const text = written(bounds.text);
const phrasings = listOf(text, bounds.phrasings);
const kebab = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens")
  .max(bounds.name, `may be at most ${bounds.name} characters long`);

const ApproachSchema = z.enum(approaches);
export const CompetencySchema = z.enum(competencies);

/** A line or range of lines of one of the four sources, as `S0:385` or `S1:36-44`. */
export const SourceSchema = z
  .string()
  .regex(/^S[0-3]:\d+(-\d+)?$/, "must name a source and its line, as S0:385 or S1:36-44");
export type Source = z.infer<typeof SourceSchema>;

export const FactSchema = z.strictObject({
  id: kebab,
  label: text,
  value: z.union([z.number(), text]),
  unit: text.optional(),
  source: SourceSchema.optional(),
});
export type Fact = z.infer<typeof FactSchema>;

/** Told only when asked; `asks` are the ways a person may ask for it. */
export const HiddenFactSchema = z.strictObject({ id: kebab, asks: phrasings.min(1), answer: text });
export type HiddenFact = z.infer<typeof HiddenFactSchema>;

/** A defensible approach with the condition that selects it; `sources` recommend it. */
export const PositionSchema = z.strictObject({
  approach: ApproachSchema,
  strength: z.enum(["best", "defensible", "weak"]),
  when: text,
  sources: listOf(SourceSchema).optional(),
});
export type Position = z.infer<typeof PositionSchema>;

/** A requirement that changes once, after so many answers; `best` is the approach that is best from then on, if another. */
export const TwistSchema = z.strictObject({
  after: z.int().min(1).max(4),
  change: text,
  asks: text,
  best: ApproachSchema.optional(),
});

export const levels = ["foundation", "practitioner", "senior"] as const;
export const ScenarioLevelSchema = z.enum(levels);
export type ScenarioLevel = z.infer<typeof ScenarioLevelSchema>;

/**
 * What a situation mainly asks: to choose, to choose where the sources disagree, to find out what is wrong first, or to
 * read code and say what is wrong with it.
 */
export const scenarioKinds = ["choice", "dispute", "diagnosis", "code-reading"] as const;
export type ScenarioKind = (typeof scenarioKinds)[number];

export const maxFollowUps = 4;

const FollowUpsSchema = z
  .int(`must be a whole number from 0 to ${maxFollowUps}`)
  .min(0, `must be a whole number from 0 to ${maxFollowUps}`)
  .max(maxFollowUps, `must be a whole number from 0 to ${maxFollowUps}`);

/** A situation in which an approach is chosen: at least one can be defended. */
const SituationSchema = z.strictObject({
  title: text,
  summary: text,
  kind: z.enum(scenarioKinds).default("choice"),
  level: ScenarioLevelSchema,
  minutes: z.int().min(5).max(90),
  competencies: listOf(CompetencySchema).min(1),
  sources: listOf(SourceSchema),
  facts: listOf(FactSchema),
  hiddenFacts: listOf(HiddenFactSchema),
  positions: listOf(PositionSchema).min(1),
  opening: text,
  twist: TwistSchema.optional(),
  /** Questions after the opening, at most; a twist is one of them. */
  followUps: FollowUpsSchema.default(maxFollowUps),
  diagramRules: listOf(DiagramRuleSchema).default([]),
});

/** Code to read leaves no approach to choose, and need not hide anything. */
const CodeReadingSchema = SituationSchema.extend({
  hiddenFacts: listOf(HiddenFactSchema).default([]),
  positions: listOf(PositionSchema).default([]),
});

/** What the front matter is held against: its kind decides, and whatever has no kind is a situation. */
export function frontMatterSchemaFor(written: unknown) {
  const { success } = z.looseObject({ kind: z.literal("code-reading") }).safeParse(written);
  return success ? CodeReadingSchema : SituationSchema;
}

/** `page#section` of the study pages, or `acme.page#section` of an organisation's. */
export const StudyReferenceSchema = z
  .string()
  .regex(/^(?:[a-z0-9-]+\.)?[a-z0-9-]+#[a-z0-9-]+$/, "must be page#section, as evaluation#set-the-bar");

/** An atomic yes/no question about a transcript, worth points. `met` and `notMet` are things a candidate may say. */
export const CheckSchema = z.strictObject({
  id: kebab,
  title: text.optional(),
  points: z.int().min(1).max(10),
  /** Nobody can be asked about it before the twist has been told. */
  afterTwist: z.boolean().optional(),
  asks: text,
  met: phrasings.min(1),
  notMet: phrasings.default([]),
  probe: text,
  study: StudyReferenceSchema,
  /** A diagram of the candidate's that keeps this rule says the same as the words. */
  diagramRule: DiagramRuleSchema.optional(),
});
export type Check = z.infer<typeof CheckSchema>;

/** A check that costs points when it is met. */
export const RedFlagSchema = z.strictObject({
  id: kebab,
  title: text.optional(),
  minus: z.int().min(1).max(10),
  asks: text,
  met: phrasings.min(1),
  notMet: phrasings.default([]),
  study: StudyReferenceSchema.optional(),
});
export type RedFlag = z.infer<typeof RedFlagSchema>;

const LevelDescriptorsSchema = z.strictObject({ 0: text, 1: text, 2: text, 3: text, 4: text });

export const CriterionSchema = z.strictObject({
  id: kebab,
  title: text.optional(),
  competency: CompetencySchema,
  weight: z.number().positive(),
  levels: LevelDescriptorsSchema,
  checks: listOf(CheckSchema, bounds.rubricList).min(1),
  redFlags: listOf(RedFlagSchema, bounds.rubricList).default([]),
});
export type Criterion = z.infer<typeof CriterionSchema>;

export const RubricSchema = z
  .strictObject({ criteria: listOf(CriterionSchema, bounds.rubricList).min(1) })
  .superRefine(({ criteria }, context) => {
    const items = criteria.flatMap(({ checks, redFlags }) => [...checks, ...redFlags]);
    const all = { items: items.length, phrasings: items.flatMap(({ met, notMet }) => [...met, ...notMet]).length };
    const refuse = (message: string) => context.addIssue({ code: "custom", message, path: ["criteria"] });
    if (all.items > wholeRubric.items) refuse(`may hold at most ${wholeRubric.items} checks and red flags in all`);
    if (all.phrasings > wholeRubric.phrasings) refuse(`may hold at most ${wholeRubric.phrasings} phrasings in all`);
  });
export type Rubric = z.infer<typeof RubricSchema>;

/** Three steps towards a check, each saying more: a nudge, a direction, an example from another domain. */
export const HintStepsSchema = z.tuple([text, text, text]);
export type HintSteps = z.infer<typeof HintStepsSchema>;

export const BriefSchema = written(bounds.brief);

export const ScenarioSchema = CodeReadingSchema.extend({
  slug: AddressSchema,
  brief: BriefSchema,
  rubric: RubricSchema,
  /** By check id; a check without any has hints made for it in interview/hints.ts. */
  hints: z.record(kebab, HintStepsSchema).default({}),
});
export type Scenario = z.infer<typeof ScenarioSchema>;

export const VerdictSchema = z.enum(["met", "partial", "not_met", "insufficient_evidence"]);
export type Verdict = z.infer<typeof VerdictSchema>;

export const BandSchema = z.enum(["beginning", "developing", "proficient", "strong"]);
export type Band = z.infer<typeof BandSchema>;

/** A grader may be developed on the one half of the scenarios; the other is kept to see how it does on new ones. */
export const halves = ["development", "test"] as const;
export type Half = (typeof halves)[number];

/** What a person says a grader should find in one answer. */
export const CalibrationLabelsSchema = z.strictObject({
  author: text,
  band: BandSchema,
  half: z.enum(halves).default("development"),
  /** The model that wrote the answer, until a person has edited and labelled it: what stands here then is no label. */
  drafted: text.optional(),
  verdicts: z.record(kebab, VerdictSchema),
});
export type CalibrationLabels = z.infer<typeof CalibrationLabelsSchema>;

/** The name a criterion goes by on screen: its title, or its competency's. */
export function titleOfCriterion({ title, competency }: Pick<Criterion, "title" | "competency">): string {
  return title ?? competencyName[competency];
}

/** The name a check goes by on screen: its title, or its id as words. */
export function titleOf(named: { id: string; title?: string | undefined }): string {
  if (named.title) return named.title;
  const words = named.id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
