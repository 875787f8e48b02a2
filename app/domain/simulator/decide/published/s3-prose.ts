/**
 * S3's two paragraphs on when to choose which, and the one on combining (S3:13-18), taken apart into conditions. Needing
 * a quick and cheap start speaks for retrieval, but is no need for knowledge that a hybrid could meet.
 */
import type { Procedure } from "../procedure.ts";
import { asked, both, either, yesNo } from "../question.ts";
import { defineTally, type Row } from "../tally.ts";

type Side = "knowledge" | "start" | "behaviour";

const questions: readonly Row<Side>[] = [
  {
    id: "grounding",
    asks: "Must answers rest on what can be verified?",
    source: "S3:14",
    options: yesNo,
    reads: "little tolerance for invention, or citations",
    answer: either(
      asked("hallucinationTolerance", (tolerance) => tolerance === "low"),
      asked("needsCitations", (needed) => needed),
    ),
    speaksFor: { yes: "knowledge" },
  },
  {
    id: "changing",
    asks: "Does that knowledge change over time?",
    source: "S3:14",
    options: yesNo,
    reads: "at any rate but never",
    answer: asked("dataChanges", (rate) => rate !== "static"),
    speaksFor: { yes: "knowledge" },
  },
  {
    id: "documents",
    asks: "Is it about answers from internal documents?",
    source: "S3:14",
    options: yesNo,
    answer: both(
      asked("externalOrPrivateData", (needed) => needed),
      asked("problem", (problem) => problem !== "behaviour"),
    ),
    speaksFor: { yes: "knowledge" },
  },
  {
    id: "start",
    asks: "Must the start be quick and affordable?",
    source: "S3:14",
    options: yesNo,
    reads: "nobody to keep a training pipeline (S3:25)",
    answer: asked("canMaintainTraining", (can) => !can),
    speaksFor: { yes: "start" },
  },
  {
    id: "behaviour",
    asks: "Must behaviour, style or persona change at the root?",
    source: "S3:15",
    options: yesNo,
    answer: asked("problem", (problem) => problem === "behaviour" || problem === "both"),
    speaksFor: { yes: "behaviour" },
  },
  {
    id: "structure",
    asks: "Does the structure of the output matter more than a single fact?",
    source: "S3:15",
    options: yesNo,
    reads: "a critical format, unless knowledge is the problem",
    answer: both(
      asked("formatCritical", (critical) => critical),
      asked("problem", (problem) => problem !== "knowledge"),
    ),
    speaksFor: { yes: "behaviour" },
  },
];

export const prose: Procedure = defineTally({
  id: "s3-prose",
  name: "Rules in prose",
  source: "S3:13-18",
  sides: { knowledge: "Needs knowledge", start: "Needs a quick start", behaviour: "Needs behaviour" },
  questions,
  rules: [
    {
      says: "knowledge and behaviour",
      source: "S3:17-18",
      ending: "hybrid",
      rests: ["knowledge", "behaviour"],
      holds: ({ knowledge, behaviour }) => knowledge > 0 && behaviour > 0,
    },
    {
      says: "behaviour, but a quick start",
      source: "S3:14-15",
      ending: "undefined",
      rests: ["start", "behaviour"],
      holds: ({ start, behaviour }) => start > 0 && behaviour > 0,
    },
    {
      says: "behaviour only",
      source: "S3:15",
      ending: "fine-tune",
      rests: ["behaviour"],
      holds: ({ behaviour }) => behaviour > 0,
    },
    {
      says: "knowledge or a quick start",
      source: "S3:14",
      ending: "rag",
      rests: ["knowledge", "start"],
      holds: ({ knowledge, start }) => knowledge + start > 0,
    },
    { says: "no condition holds", source: "S3:13-18", ending: "undefined", rests: [], holds: () => true },
  ],
});
