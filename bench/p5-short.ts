import { readFileSync } from "node:fs";
import { parseDrills } from "#app/domain/practice/drill.ts";
import { prepareQuestion, scoreAnswer } from "#app/domain/grading/short-answer/short-answer.ts";
import { rarityOver } from "#app/domain/statements/rarity.ts";
const { drills } = parseDrills({ file: "drills.yaml", text: readFileSync("content/drills.yaml", "utf8") });
const rarity = rarityOver(drills.flatMap((d) => d.accepts.map((a) => [a.condition, ...a.met, ...a.notMet].join("\n"))));
const out: any[] = [];
for (const q of ["sit", "none"]) {
  let above = 0, net = 0; const R: number[] = [], W: number[] = [];
  for (const d of drills) {
    const s = (e: any) => { const a = d.accepts.find((x) => x.approach === e.approach); if (!a) return [0, 0];
      const b = prepareQuestion({ question: q === "sit" ? d.situation : "Which approach?", references: [a.condition, ...a.met] }, rarity);
      const n = prepareQuestion({ question: q === "sit" ? d.situation : "Which approach?", references: a.notMet }, rarity);
      return [scoreAnswer(b, e.reason), scoreAnswer(n, e.reason)]; };
    const [r, rn] = s(d.examples.right) as [number, number]; const [w, wn] = s(d.examples.wrong) as [number, number];
    if (r > w) above++; if (r - rn > w - wn) net++; R.push(r); W.push(w);
    if (q === "none") console.log(d.id.padEnd(30), r.toFixed(2), rn.toFixed(2), w.toFixed(2), wn.toFixed(2));
  }
  console.log(q, above, net, "R", R.sort((a, b) => a - b).map((x) => x.toFixed(2)).join(" "), "\nW", W.sort((a, b) => a - b).map((x) => x.toFixed(2)).join(" "));
}
