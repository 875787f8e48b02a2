import { readFileSync } from "node:fs";
import { parseDrills } from "#app/domain/practice/drill.ts";
import { judgeDrill } from "#app/domain/practice/answer-judgement.ts";
const { drills, problems } = parseDrills({ file: "drills.yaml", text: readFileSync("content/drills.yaml", "utf8") });
console.log(drills.length, problems);
const t = new Date(0);
const rank: Record<string, number> = { met: 3, partial: 2, insufficient_evidence: 1, not_met: 0 };
let above = 0; const tally: Record<string, number> = {};
for (const d of drills) {
  const r = judgeDrill(d, { ...d.examples.right, startedAt: t, endedAt: t });
  const w = judgeDrill(d, { ...d.examples.wrong, startedAt: t, endedAt: t });
  tally[`right ${r.outcome}`] = (tally[`right ${r.outcome}`] ?? 0) + 1;
  tally[`wrong ${w.outcome}`] = (tally[`wrong ${w.outcome}`] ?? 0) + 1;
  if (rank[r.verdict]! > rank[w.verdict]!) above++; else console.log(d.id, r.verdict, w.verdict);
}
console.log(above, drills.length, tally);
