/** What was made of an interview, as parts of a Markdown document. */
import { flagWords, makerWords } from "#app/components/scorecard/graded-by.tsx";
import { strengthName } from "#app/components/scorecard/positions.tsx";
import { bandName } from "#app/components/ui/band-scale.tsx";
import { levelWords } from "#app/components/ui/level-ruler.tsx";
import { sourcesWords } from "#app/components/ui/source-note.tsx";
import { formatUtc } from "#app/components/ui/time.tsx";
import { verdictName } from "#app/components/ui/verdict.tsx";
import type { DiagramView } from "#app/domain/grading/scorecard/diagram-view.ts";
import type { CheckView, CriterionView, RedFlagView } from "#app/domain/grading/scorecard/grade-view.ts";
import type { MadeGrade, ScorecardView } from "#app/domain/grading/scorecard/scorecard.ts";
import { approachName } from "#app/domain/scenarios/approach.ts";
import { inlineText } from "./markdown-words.ts";

export function writeGrade(card: ScorecardView, grade: MadeGrade): string[] {
  return [
    `## ${grade.score} of 100, ${bandName[grade.band].toLowerCase()}`,
    inlineText(grade.headline),
    ...grade.criteria.map((criterion) => writeCriterion(criterion)),
    ...writeRedFlags(grade.redFlags),
    ...writeNumbers(grade),
    ...writeDiagrams(grade.diagrams),
    ...writePositions(card),
    "## Who graded this",
    writeMaking(grade),
  ];
}

const points = (count: number) => count.toLocaleString("en", { maximumFractionDigits: 1 });

/** The words a verdict rests on, each as an item below it. */
function writeWords({ quotes }: Pick<CheckView, "quotes">): string[] {
  return quotes.map(({ text }) => `  - “${inlineText(text)}”`);
}

function writeReason({ reason, lowConfidence }: Pick<CheckView, "reason" | "lowConfidence">): string {
  const said = reason === "" ? "" : ` ${inlineText(reason)}`;
  return `${lowConfidence ? " Low confidence." : ""}${said}`;
}

function writeCheck(check: CheckView): string {
  const { key, title, verdict } = check;
  const earned = `${points(check.points)} of ${points(check.maxPoints)}`;
  const line = `- ${key} **${inlineText(title)}**: ${verdictName[verdict].toLowerCase()}, ${earned}.${writeReason(check)}`;
  return [line, ...writeWords(check)].join("\n");
}

function writeCriterion({ key, title, level, weight, descriptor, checks }: CriterionView): string {
  return [
    `### ${key}. ${inlineText(title)}`,
    `${levelWords(level)}, weight ${weight}. ${inlineText(descriptor)}`,
    checks.map(writeCheck).join("\n"),
  ].join("\n\n");
}

function writeRedFlags(redFlags: readonly RedFlagView[]): string[] {
  if (redFlags.length === 0) return [];
  const raised = redFlags.filter((flag) => flag.raised);
  const lines = raised.map((flag) =>
    [
      `- ${flag.key} **${inlineText(flag.title)}**: raised, costs ${points(flag.minus)}.${writeReason(flag)}`,
      ...writeWords(flag),
    ].join("\n"),
  );
  return ["### Red flags", lines.length === 0 ? `None of ${redFlags.length} is raised.` : lines.join("\n")];
}

function writeNumbers({ numbers: { wrong, holding, unchecked } }: MadeGrade): string[] {
  if (wrong.length + holding.length + unchecked === 0) return [];
  const lines = [
    ...wrong.map(({ key, claimed, computed, sum, note, quote }) =>
      inlineText(`${key}: you said ${claimed}; it is ${computed} (${sum}). ${note} Your words: “${quote.text}”`),
    ),
    ...holding.map(({ claimed, reason }) => inlineText(`${claimed} holds: ${reason}`)),
    ...(unchecked === 0 ? [] : [`${unchecked} more could not be checked.`]),
  ];
  return ["## Numbers you gave", lines.map((line) => `- ${line}`).join("\n")];
}

const ruleWords = { holds: "holds", broken: "broken", not_shown: "not drawn" } as const;

function writeDiagram({ analysed, reason, rules, counts }: DiagramView, at: number): string {
  if (!analysed) return `- Diagram ${at + 1} was not analysed. ${inlineText(reason ?? "")} It costs nothing.`;
  const found = rules.map(({ title, verdict, message, lines }) => {
    const where = lines.length === 0 ? "" : `, line ${lines.join(", ")}`;
    return `  - ${inlineText(title)}: ${ruleWords[verdict]}${where}. ${inlineText(message)}`;
  });
  return [`- Diagram ${at + 1}${counts ? ", the one that counts" : ""}:`, ...found].join("\n");
}

function writeDiagrams(diagrams: readonly DiagramView[]): string[] {
  return diagrams.length === 0 ? [] : ["## What code read in the drawings", diagrams.map(writeDiagram).join("\n")];
}

function writePositions({ positions, taken }: ScorecardView): string[] {
  if (positions.length === 0) return [];
  const lines = positions.map(({ approach, strength, when, sources }) => {
    const from = sources && sources.length > 0 ? ` (${sourcesWords(sources)})` : "";
    const own = approach === taken ? ", what you argued for" : "";
    return `- ${approachName[approach]}, ${strengthName[strength].toLowerCase()}${own}: ${inlineText(when)}${from}`;
  });
  return ["## What could be defended, and when", lines.join("\n")];
}

function writeMaking(grade: MadeGrade): string {
  const lines = [
    inlineText(makerWords(grade)),
    grade.grader === "offline"
      ? "An estimate by fixed rules: it can miss what is well said in other words."
      : "The verdicts are a model’s; points and levels are computed.",
    `On ${formatUtc(grade.gradedAt, "date-time")}, against rubric \`${grade.rubricHash.slice(0, 7)}\`.`,
    ...(grade.asGraded ? [`Counts a person’s level; ${grade.asGraded.score} as graded.`] : []),
    ...grade.flags.map((flag) => flagWords[flag]),
  ];
  return lines.map((line) => `- ${line}`).join("\n");
}
