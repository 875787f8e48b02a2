/**
 * What people ask about when they are given a system to judge, whatever words they choose: "how fast must it be" and "is
 * there a latency target" are one matter. Only for questions: in an answer the same words say something.
 */

const matters = {
  speed:
    /\b(fast|quick\w*|slow\w*|speed|latenc\w*|millisecond\w*|response times?|wait\w*|seconds?|patien\w*|time limit|how long (?:do|does|will|can|may|is|before)|deadline|instant\w*|real[- ]time|overnight|hurry|on time)\b/i,
  timings:
    /\b(time go(?:es)?|timings?|stages?|break .{0,30}down|breakdown|steps?|profil\w*|spent|bottleneck\w*|trace\w*)\b/i,
  failures:
    /\b(wrong|fail\w*|mistake\w*|errors?|bad|complain\w*|go(?:es)? wrong|correct\w*|reject\w*|in common|misses|missed|bug\w*|break\w*|symptoms?|broken|false|faults?)\b/i,
  examples:
    /\b(examples?|label\w*|annotat\w*|training data|data ?set|records?|reviewed|past|archive|history|pairs|approved|samples?|corpus|written by|signed off|gold)\b/i,
  quality:
    /\b(how good|quality|clean|reliable|trust\w*|cover\w*|represent\w*|balanced|consistent|who (?:wrote|labelled|checked|signed)|duplicates?|up to date|current format)\b/i,
  people:
    /\b(who|team|people|engineers?|experience\w*|skills?|maintain\w*|own(?:s|er)?|staff\w*|hours|look after|responsib\w*|run a|upkeep|keep .{0,20}(?:running|alive)|experts?|capacity|in-house|knows? how)\b/i,
  change:
    /\b(chang\w*|how often|updat\w*|stable|stabil\w*|fresh\w*|new|revis\w*|versions?|edited|amend\w*|age|old|how much notice|moves?|last|renam\w*|rewritten|weekly|monthly|added|releases?|how soon)\b/i,
  cost: /\b(cost\w*|price\w*|pay\w*|budget\w*|money|spend\w*|cheap\w*|expensive|\$|worth|bill\w*|fee|charge\w*|tariff|finance)\b/i,
  volume:
    /\b(how many|volume|traffic|per (?:day|hour|month|second)|a (?:day|month|week|year)|peak\w*|load|grow\w*|how much|size|how big|how large|scale|number of)\b/i,
  citation:
    /\b(cit\w*|sources?|link\w*|trac(?:e|ed|eable|eability)|audit\w*|verif\w*|prove|proof|evidence|provenance|refer\w*|where an? \w+ comes? from|regulat\w*|legal\w*|compliance)\b/i,
  privacy:
    /\b(privac\w*|private|personal|confidential|leave|leaves|third part\w*|cloud|on[- ]prem\w*|gdpr|sensitive|secur\w*|allowed|permission\w*|access|see each other|separat\w*|isolat\w*)\b/i,
  tried:
    /\b(tried|try|attempt\w*|experiment\w*|improv\w*|so far|already|history of the prompt|prompt (?:history|work)|rounds|plateau\w*|caching|few-shot|baseline|trial|pilot|tuned|tweak\w*)\b/i,
  measured:
    /\b(measur\w*|metric\w*|test ?set|benchmark\w*|evaluat\w*|score\w*|accura\w*|target|bar|good enough|judge\w*|acceptance|know whether|know if|success|held[- ]out|compare\w*|define)\b/i,
  input:
    /\b(questions? (?:look|contain)|type|typical|what do (?:people|users|customers|they) (?:actually )?(?:ask|type|write|want)|kinds? of (?:questions?|requests?)|shape|contain\w*|phras\w*|wording|languages?|codes?|identifiers?|exact)\b/i,
  retrieval:
    /\b(search\w*|retriev\w*|index\w*|chunk\w*|embed\w*|match\w*|rerank\w*|passages?|vector\w*|top[- ]?k|found|hits?)\b/i,
  cache: /\b(cach\w*|stor(?:e|ed|es)|repeat\w*|same question|reuse\w*|emptied|expire\w*|remember\w*)\b/i,
  risk: /\b(risk\w*|harm\w*|consequence\w*|happens (?:if|when)|worst|danger\w*|safe\w*|cost of (?:a|an) (?:wrong|error|mistake)|liab\w*|tolerat\w*|matter)\b/i,
  format:
    /\b(format\w*|schema\w*|json|structure\w*|layout|style\w*|tone|voice|fields?|output|template\w*|guide|dialect|parse\w*|valid\w*)\b/i,
  means:
    /\b(hardware|gpus?|cards?|machine\w*|infrastructure|model (?:is|do|are)|which model|provider|vendor|licen[cs]e|platform|servers?|deploy\w*|means|resources|roll(?:ed)? back|switch)\b/i,
} as const;

export type Matter = keyof typeof matters;

const all = Object.entries(matters) as [Matter, RegExp][];

export function mattersIn(question: string): ReadonlySet<Matter> {
  return new Set(all.filter(([, words]) => words.test(question)).map(([matter]) => matter));
}
