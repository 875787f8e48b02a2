import { readFileSync } from "node:fs";
import { parseDrills } from "#app/domain/practice/drill.ts";
import { openEvidenceGate } from "#app/domain/grading/evidence/evidence.ts";
import { claimOffline } from "#app/domain/grading/offline/offline-grader.ts";
import { scoreClaims } from "#app/domain/grading/score.ts";
const { drills } = parseDrills({ file: "drills.yaml", text: readFileSync("content/drills.yaml", "utf8") });
const rank: Record<string, number> = { met: 3, partial: 2, insufficient_evidence: 1, not_met: 0 };
const levels = { 0: "None.", 1: "None.", 2: "Some.", 3: "Most.", 4: "All." };
const chk = (id: string, a: any) => ({ id, points: 1, asks: a.asks ?? a.condition, met: a.met, notMet: a.notMet, probe: "x", study: "a#b" });
const rub = (checks: any[]) => ({ criteria: [{ id: "r", competency: "decision" as const, weight: 1, levels, checks, redFlags: [] }] });
const all = rub(drills.flatMap((d) => d.accepts.map((a) => chk(`${d.id}-${a.approach}`, a))));
function verdict(rubric: any, id: string, q: string, answer: string) {
  const said = { checkId: null, factId: null };
  const t: any = [{ ...said, seq: 1, speaker: "interviewer", kind: "question", text: q }, { ...said, seq: 2, speaker: "candidate", kind: "answer", text: answer }];
  const r = scoreClaims(rubric, claimOffline(rubric, t), openEvidenceGate(t), []).criteria[0]!.checks.find((c) => c.id === id)!;
  return r.verdict;
}
for (const [name, rubricFor] of [["own", (d: any) => rub(d.accepts.map((a: any) => chk(`${d.id}-${a.approach}`, a)))], ["all", () => all],
  ["own+wrong", (d: any) => rub([...d.accepts.map((a: any) => chk(`${d.id}-${a.approach}`, a)), ...Object.entries(d.wrong).map(([k, v]) => chk(`wrong-${k}`, { asks: v, met: [v], notMet: [] }))])],
] as const)
  for (const withSituation of [true, false]) {
    let above = 0; const tally: Record<string, number> = {}; const rows: string[] = [];
    for (const d of drills) {
      const rubric = (rubricFor as any)(d);
      const v = (e: any) => (d.accepts.some((a) => a.approach === e.approach) ? verdict(rubric, `${d.id}-${e.approach}`, withSituation ? d.situation : "Which approach?", e.reason) : "not_met");
      const [r, w] = [v(d.examples.right), v(d.examples.wrong)];
      tally[`right ${r}`] = (tally[`right ${r}`] ?? 0) + 1; tally[`wrong ${w}`] = (tally[`wrong ${w}`] ?? 0) + 1;
      if (rank[r]! > rank[w]!) above++; else rows.push(`${d.id} ${r}/${w}`);
    }
    console.log(name, withSituation, above, JSON.stringify(tally)); if (process.argv[2]) console.log(rows.join("; "));
  }
