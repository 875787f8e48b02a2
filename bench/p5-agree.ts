import { readFileSync } from "node:fs";
import { parseDrills } from "#app/domain/practice/drill.ts";
import { judgeDrill } from "#app/domain/practice/answer-judgement.ts";
const { drills, problems } = parseDrills({ file: "drills.yaml", text: readFileSync("content/drills.yaml", "utf8") });
console.log(drills.length, problems);
const t = new Date(0);
const rank: Record<string, number> = { met: 3, partial: 2, insufficient_evidence: 1, not_met: 0 };
let above = 0; const tally: Record<string, number> = {};
for (const d of drills) {
  const r = judgeDrill({ drill: d, drills }, { ...d.examples.right, startedAt: t, endedAt: t });
  const w = judgeDrill({ drill: d, drills }, { ...d.examples.wrong, startedAt: t, endedAt: t });
  tally[`right ${r.outcome}`] = (tally[`right ${r.outcome}`] ?? 0) + 1;
  tally[`wrong ${w.outcome}`] = (tally[`wrong ${w.outcome}`] ?? 0) + 1;
  if (rank[r.verdict]! > rank[w.verdict]!) above++; else console.log(d.id, r.verdict, w.verdict);
}
console.log(above, drills.length, tally);
const cross: Record<string, number> = {}; const miss: Record<string, number> = {};
for (const d of drills) for (const o of drills) if (o !== d) {
  const a = d.accepts[0]!.approach;
  const r = judgeDrill({ drill: d, drills }, { approach: a, reason: o.examples.right.reason, startedAt: t, endedAt: t });
  const k = (o.examples.right.approach === a ? "same " : "other ") + r.outcome; cross[k] = (cross[k] ?? 0) + 1;
}
for (const d of drills) for (const a of d.accepts) a.notMet.forEach((n, i) => {
  const rest = { ...d, accepts: [{ ...a, notMet: a.notMet.filter((_, j) => j !== i) }] };
  const r = judgeDrill({ drill: rest, drills: drills.map((x) => (x === d ? rest : x)) }, { approach: a.approach, reason: n, startedAt: t, endedAt: t }); miss[r.outcome] = (miss[r.outcome] ?? 0) + 1;
});
const hit: Record<string, number> = {};
for (const d of drills) for (const a of d.accepts) a.met.forEach((n, i) => {
  const rest = { ...d, accepts: [{ ...a, met: a.met.filter((_, j) => j !== i) }] };
  const r = judgeDrill({ drill: rest, drills: drills.map((x) => (x === d ? rest : x)) }, { approach: a.approach, reason: n, startedAt: t, endedAt: t }); hit[r.outcome] = (hit[r.outcome] ?? 0) + 1;
});
console.log({ cross, miss, hit });
