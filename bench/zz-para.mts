import { readFileSync } from "node:fs";
import { featuresOfAnswer, prepareQuestion, rarityOver } from "#app/domain/grading/statements/short-answer.ts";
import { preparePassage } from "#app/domain/grading/statements/passage.ts";
import { readText } from "#app/domain/text/reading.ts";
import { trustInProse } from "#app/domain/text/prose.ts";
import { sayingOf, sumOf, curve, leftOf, shippedWeights as W } from "#app/domain/grading/statements/saying.ts";
import { featureNames } from "#app/domain/grading/statements/features.ts";
const load=(f:string)=>readFileSync(f,"utf8").trim().split("\n").map(l=>JSON.parse(l));
const own=load("test/data/statement-pairs.jsonl"); const fresh=load("/tmp/pf/new.jsonl");
const freshSet=new Set(fresh.map((x:any)=>x.statement));
const rarity=rarityOver(own.filter((p:any)=>!freshSet.has(p.statement)).map((p:any)=>p.statement));
const mean=(v:number[])=>(v.reduce((a,b)=>a+b,0)/v.length).toFixed(3);
const verbose=process.argv[2]==="-v";
for (const [name,set] of [["dev",own.filter((p:any)=>p.half==="development"&&!freshSet.has(p.statement))],["fresh",fresh]] as any) {
  for (const kind of ["paraphrases","negations","swap"]) {
    const s:number[]=[],bare:number[]=[],ung:number[]=[],sums:number[]=[];
    for (const p of set) for (const t of [p[kind]??[]].flat()) {
      const book=prepareQuestion({question:"",references:[p.statement]},rarity);
      const f=featuresOfAnswer(book,t); const u=featuresOfAnswer(book,t,{guarded:false});
      const score=sayingOf(f); s.push(score); ung.push(sayingOf(u)); bare.push(sayingOf(u,W,{heedsContrary:false}));
      const bad=kind==="paraphrases"?score<.8:score>.5;
      if(verbose&&bad){
        const pas=preparePassage(book,readText(t));
        const miss=book.statements[0]!.phrasings[0]!.words.map(w=>{const q=Math.max(0,...(pas.places[w.entry]??[]).map(x=>x.quality));const o=(pas.places[w.entry]??[]).some(x=>x.isOpposite);return w.token.text+(q>.99?"":":"+q.toFixed(2)+(o?"!":""))}).join(" ");
        console.log(`${score.toFixed(2)} curve ${curve(sumOf(f),W).toFixed(2)} unguarded ${curve(sumOf(u),W).toFixed(2)} left ${leftOf(f).toFixed(2)} c${f[11]!.toFixed(2)} e${f[12]!.toFixed(2)} d${f[13]!.toFixed(2)}\n   S ${p.statement}\n   T ${t}\n   ${miss}`);
      }
    }
    console.log(`${name} ${kind}: ${mean(s)} n=${s.length}  no-prose ${mean(ung)}  bare ${mean(bare)}`);
  }
}
