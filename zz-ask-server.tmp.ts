import { startAnthropicServer } from "/work/main/test/support/anthropic-server.ts";
import { message } from "/work/main/test/support/anthropic-replies.ts";
const server = await startAnthropicServer({ port: 4907 });
const reply = (exchange: any) => { const user = exchange.body.messages[0].content; const ps = [...user.matchAll(/^\{"name":.*$/gm)].map((m: any) => JSON.parse(m[0])); const q = (p: any) => p.text.split(/\s+/).slice(0, 9).join(" ").replace(/[.,:]$/, "");
  const lines = [JSON.stringify({ says: "Training again pays only while the gap between the two monthly bills is larger than what a training costs.", passage: ps[0].name, quote: q(ps[0]) }), JSON.stringify({ says: "It is 9999 dollars.", passage: ps[1].name, quote: q(ps[1]) }), JSON.stringify({ says: "How often that is depends on what forces a retrain: a format that moves once a year, or facts that move weekly.", passage: ps[1].name, quote: q(ps[1]) })];
  return message({ text: lines.join("\n"), pieceChars: 20, paceMs: 15 } as any)(exchange); };
server.reply(...Array.from({ length: 200 }, () => reply));
console.log(server.url);
