/** The published decision procedures, in the order of their sources, and the readings of them that can be enumerated. */
import type { Procedure } from "../procedure.ts";
import { matrix } from "./s0-matrix.ts";
import { sixQuestions, sixQuestionsWithVetoes } from "./s0-six-questions.ts";
import { quickReference } from "./s1-quick-reference.ts";
import { tree } from "./s1-tree.ts";
import { flowchart } from "./s2-flowchart.ts";
import { quickTable } from "./s2-quick-table.ts";
import { prose } from "./s3-prose.ts";

export const procedures: readonly Procedure[] = [
  sixQuestions,
  matrix,
  tree,
  quickReference,
  flowchart,
  quickTable,
  prose,
];

/** Beside the published ones, one reading of ours. */
export const enumerableProcedures: readonly Procedure[] = [...procedures, sixQuestionsWithVetoes];
