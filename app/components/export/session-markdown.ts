/** One interview as a Markdown document to keep: what was said, and what was made of it. */
import { modeName } from "#app/components/scorecard/mode-name.ts";
import { groupLabel, groupTurns } from "#app/components/transcript/turns.ts";
import { paceWords } from "#app/components/replay/replay-steps.ts";
import { durationWords } from "#app/components/ui/duration-words.ts";
import { sourcesWords } from "#app/components/ui/source-note.tsx";
import { formatUtc } from "#app/components/ui/time.tsx";
import type { ScorecardTurn } from "#app/domain/grading/scorecard/marked-transcript.ts";
import type { ScorecardView } from "#app/domain/grading/scorecard/scorecard.ts";
import type { Pace } from "#app/domain/interview/pace.ts";
import type { ScenarioLevel } from "#app/domain/scenarios/schema.ts";
import { writeGrade } from "./grade-markdown.ts";
import { fencedText, inlineText, quotedText } from "./markdown-words.ts";

/** The service's record of a session fits it. */
export type WrittenSession = {
  card: ScorecardView;
  pace: Pace;
  startedAt: string;
  finishedAt: string;
  summary: string;
  level: ScenarioLevel;
  sources: readonly string[];
};

/** By the scenario and the day it was finished. A slug is lower-case words and hyphens only. */
export function fileNameOf({ card, finishedAt }: Pick<WrittenSession, "card" | "finishedAt">): string {
  return `tradeoff-${card.session.slug.replace(/[^a-z0-9-]/g, "")}-${finishedAt.slice(0, 10)}.md`;
}

export function writeSession(written: WrittenSession): string {
  const { card, sources } = written;
  const parts = [
    `# ${inlineText(card.session.title)}`,
    inlineText(written.summary),
    about(written),
    ...(card.grade ? writeGrade(card, card.grade) : ["## Not graded", ungradedWords(card)]),
    "## Transcript",
    ...groupTurns(card.transcript).map((group) => writeTurns(group, written.pace)),
    ...(sources.length === 0 ? [] : ["## Sources of the scenario", `${sourcesWords(sources)}.`]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function about({ card: { session }, pace, startedAt, finishedAt, level }: WrittenSession): string {
  const lines = [
    `Scenario: \`${session.slug}\`, ${level}${session.newerVersion ? ", in a version that has changed since" : ""}`,
    `Mode: ${modeName[session.mode].toLowerCase()}`,
    `Started: ${formatUtc(startedAt, "date-time")}`,
    `Finished: ${formatUtc(finishedAt, "date-time")}`,
    `Time: ${paceWords(pace)}`,
  ];
  return lines.map((line) => `- ${line}`).join("\n");
}

function ungradedWords({ ungraded, state }: ScorecardView): string {
  if (ungraded) return `${inlineText(ungraded.message)} This is not a zero.`;
  return state === "graded" ? "There is no grade." : "The grade is still being made.";
}

function writeTurns(group: readonly [ScorecardTurn, ...ScorecardTurn[]], pace: Pace): string {
  const [first] = group;
  const took = pace.turns.find(({ seq }) => seq === first.seq)?.tookMs ?? 0;
  const isTimed = first.speaker === "candidate" && took >= 1_000;
  const heading = `### ${groupLabel(group)}${isTimed ? `, after ${durationWords(took)}` : ""}`;
  const said = group.map(({ kind, text }) => (kind === "diagram" ? fencedText(text, "mermaid") : quotedText(text)));
  return [heading, ...said].join("\n\n");
}
