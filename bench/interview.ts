import { readLibrary } from "#app/services/library/load-library.server.ts";
import { candidateKinds, makeCandidate } from "./interview/candidates.ts";
import { engine, fixedList, playCandidate, type Planner } from "./interview/simulate.ts";

const library = await readLibrary({ scenariosDir: "scenarios", contentDir: "content" });
const complete = library.scenarios.filter(({ calibration }) => calibration.length === 6);

function play(plan: Planner) {
  return candidateKinds.flatMap((kind, nth) =>
    complete.map((entry, at) => playCandidate(makeCandidate(kind, entry, 1000 * nth + at), plan)),
  );
}
const ours = play(engine);
const listed = play(fixedList);
const pct = (a: number, b: number) => b === 0 ? "-" : `${(100*a/b).toFixed(1)} %`;
for (const kind of [...candidateKinds, "all"]) {
  const of = (all: typeof ours) => all.filter(({ candidate }) => kind === "all" || candidate.kind === kind);
  const sum = (all: typeof ours, f: (p: (typeof ours)[number]) => number) => of(all).reduce((s, p) => s + f(p), 0);
  console.log(kind.padEnd(20), of(ours).length, sum(ours, p=>p.turns.length), "aimed", pct(sum(ours,p=>p.aimed), sum(ours,p=>p.followUps)), `of ${sum(ours,p=>p.followUps)}`, "harsh", pct(sum(ours,p=>p.aimedHarshly), sum(ours,p=>p.followUps)), "list", pct(sum(listed,p=>p.aimed), sum(listed,p=>p.followUps)), pct(sum(listed,p=>p.aimedHarshly), sum(listed,p=>p.followUps)), "phrases", sum(ours,p=>p.rubricPhrases), "ended", sum(ours,p=>Number(p.endedByItself)), "share", (sum(ours,p=>p.share)/of(ours).length).toFixed(2));
}
const moves = new Map<string, number>();
for (const p of ours) for (const t of p.turns) if (t.move && !["opening","probe","twist"].includes(t.move)) { const k = `${p.candidate.kind} ${t.move}`; moves.set(k, (moves.get(k)??0)+1); }
console.log(moves);

import { rubricRuns } from "#app/domain/interview/wording.ts";
import { sharesRun } from "#app/domain/text/word-runs.ts";
const seen = new Set<string>();
for (const p of ours) for (const t of p.turns) if (t.speaker === "interviewer" && sharesRun(t.text, rubricRuns(p.candidate.entry.scenario.rubric))) { if (!seen.has(t.text)) console.log(p.candidate.entry.scenario.slug, t.kind, t.factId, t.text.slice(0,300)); seen.add(t.text); }
for (const p of ours) for (const t of p.turns) if (t.move === "wrong_number" || t.move==="contradiction") console.log(p.candidate.kind, p.candidate.entry.scenario.slug, t.text);
