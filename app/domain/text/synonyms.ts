/**
 * What people in this field say for the same thing. Each group is one concept; a phrase of several words counts as one
 * word. Kept to words that mean the same in this field, because a loose group makes every answer look right.
 */
import { wordsIn, type Word } from "./words.ts";

const groups: readonly string[] = [
  "fine-tune|fine-tuning|fine-tuned|finetune|finetuning|finetuned|train|training|trained|retrain|retraining|lora|qlora|peft|adapter|adapters",
  "weights|parameters|baked in|bake in|bakes in|baking in",
  "rag|retrieval augmented generation|retrieve|retrieval|retrieves|retrieved|retrieving|look up|looks up|looked up|looking up|lookup|fetch|fetched|fetches",
  "search|searching|find|finding|query the index",
  "prompt|prompting|prompt engineering|system prompt|instructions",
  "few-shot|few shot|in-context examples|examples in the prompt",
  "behaviour|behavior|style|tone|habit|habits|way of answering|how it answers|how it behaves|manner|voice|convention|conventions",
  "knowledge|facts|fact|information|content|what it knows",
  "format|schema|structure|structured|structured output|json|shape of the output|output format|layout|form|template",
  "stale|out of date|outdated|old|obsolete|yesterday's|expired|no longer true|superseded",
  "fresh|freshness|up to date|current|latest|newest|recent",
  "change|changes|changing|changed|update|updates|updated|move|moves|drift|drifts|edit|edited|editing|edits|revise|revised|revises|revision|revisions|amend|amended|amendment",
  "every week|weekly|each week|per week|a week",
  "every day|daily|each day|per day|a day",
  "every month|monthly|each month|per month|a month",
  "document|documents|doc|docs|article|articles|page|pages|file|files",
  "chunk|chunks|passage|passages|segment|segments|snippet|snippets|excerpt|excerpts",
  "index|indexed|indexing|re-index|reindex|vector store|vector database|vector db|pgvector",
  "embed|embedding|embeddings|vector|vectors|dense|semantic search",
  "bm25|keyword search|keyword|keywords|lexical|full-text|full text|exact term|exact terms|exact match",
  "rerank|reranks|reranked|rerankers|reranker|re-rank|reranking|re-ranker|cross-encoder|cross encoder",
  "cite|cites|citation|citations|cited|citing|source|sources|reference|references|attribution|link to|links to|point to|traceable|provenance",
  "hallucinate|hallucination|hallucinations|hallucinating|invent|invents|invented|make up|makes up|made up|making up|fabricate|fabricated|confabulate",
  "ground|grounded|grounding|based on the sources|stick to the text",
  "test set|golden set|gold set|golden|evaluation set|eval set|benchmark set|test questions|test cases|sample of questions|set of questions|labelled set|held-out set|reference set|set of real questions|exam|expected answers|locked set|reference answers",
  "evaluate|evaluated|evaluation|eval|evals|measure|measures|measurement|measuring|measured|benchmark|score|scoring|assess|test|tests|tested",
  "baseline|starting point|what we have today|status quo|current version|current system|current prompt|today's system|today's version|what runs today",
  "held-out|held out|holdout|unseen|kept back|set aside|not trained on",
  "regress|regression|got worse|gets worse|break something|breaks something",
  "pass mark|bar|threshold|target|acceptance criterion|cut-off|cutoff|release gate",
  "latency|response time|speed|slow|seconds|milliseconds|ms|fast|faster|quick|quicker|wait|waiting",
  "cost|costs|price|expense|expensive|bill|spend|spending|money|dollars|cheap|cheaper|budget",
  "token|tokens|context length|prompt length",
  "shorter prompt|short prompt|smaller prompt|fewer tokens|prompt shrinks|drop the examples",
  "volume|traffic|queries a day|queries per day|calls a month|requests a day|scale",
  "example|examples|pair|pairs|labelled data|labeled data|training data|annotated|annotation|annotations|labels|labelled|labeled",
  "expert|experts|lawyer|lawyers|reviewer|reviewers|specialist|annotator|annotators|senior engineer|clinician",
  "maintain|maintained|maintenance|upkeep|keep up|keeping up|ongoing|running cost|look after|looked after|looks after|keep it current",
  "version|versions|versioned|versioning|registry",
  "roll back|rolled back|rolling back|rollback|revert|go back to|undo|switch back|restore the previous|previous version|older version|earlier version|old version",
  "monitor|monitoring|monitored|watch|watching|track|tracking|alert|alerts|dashboard|observe|keep an eye",
  "forget|forgets|forgetting|forgot|lose general|loses general|wipes|catastrophic forgetting",
  "overfit|overfits|overfitting|over-fit|parrot|parrots",
  "general data|general-purpose data|general examples|mix in|replay data",
  "route|router|routing|dispatch|triage|classify the query",
  "fallback|fall back|falls back|default branch|default|catch-all|otherwise branch",
  "nothing found|no results|no match|no hit|finds nothing|found nothing|empty result|comes back empty|come up empty|comes up empty|not find anything|nothing good|nothing relevant|no relevant page|no relevant article|no relevant passage|nothing matches|finds no",
  "say so|admit|i don't know|refuse|refuses|decline|declines|says it does not know|hand over|hands over|escalate|escalates|handover|says it doesn't know|does not know|doesn't know|say it doesn't know|cannot answer|can't answer|could not find|couldn't find|not answer",
  "cache|cached|caching|caches|cache hit|stored answer|stored answers|saved answers|stored reply|stored replies|store answers|store every answer|reuse answers",
  "user|users|customer|customers|people|client|clients|agent|agents",
  "permission|permissions|access control|access rights|acl|tenant|tenants|confidential|privileged|who may see",
  "break-even|break even|breaks even|pays for itself|pay for itself|pays back|pay off|pays off|payback|pay for the project",
  "upfront|up front|one-off|one off|set-up cost|setup cost|fixed cost|initial cost",
  "per query|per request|per call|per question|each question|each call|each query|each request|marginal|variable cost",
  "assume|assumption|assumptions|assuming|suppose|supposing",
  "depends|condition|conditions|if and only if|flip|flips|change my mind|changes my mind|would switch|reconsider|revisit",
  "risk|risks|harm|harmful|danger|dangerous|liable|liability|damage",
  "team|engineers|staff|people to run it|headcount|ml engineer|ml expertise",
  "start|begin|first|first step|to begin with|before anything|initially|starting|in the first place",
  "diagnose|diagnosis|root cause|cause|find out why|figure out why|sort the failures|categorise|categorize|bucket|buckets|error analysis|failure analysis|taxonomy",
  "both|combine|combination|combined|combines|hybrid|together|mix of the two|two techniques",
  "small|smaller|tiny|little",
  "large|larger|big|bigger|huge|massive|long|longer",
  "stable|static|frozen|rarely changes|hardly moves|hardly ever changes|does not change|seldom changes|barely changes",
  "log|logs|logged|logging|history|transcripts|real questions|real queries|production queries",
  "precise|precision|accurate|accuracy|correct|correctly|correctness|right answer|right answers",
  "recall|recall@k|hit rate|in the top",
  "metric|metrics|number|numbers|figure|figures|kpi",
  "contract|contracts|agreement|agreements|clause|clauses",
  "precedent|precedents|case law|regulation|regulations|rules|statute|statutes",
  "inject|injection|malicious|untrusted|hidden instructions|adversarial",
  "feedback|thumbs|thumbs up|thumbs down|thumbs-up|thumbs-down|complaint|complaints|complain|complains|complained|rating|ratings|rated",
  "prototype|pilot|proof of concept|poc|spike|quick experiment|trial|mvp",
  "remember|remembers|remembered|memorise|memorises|memorised|memorising|memorize|memorizes|memorized|from memory|by heart",
  "delete|deletes|deleted|deleting|deletion|remove|removes|removed|removing|removal|purge|purged|erase|erased|withdraw|withdraws|withdrawn|withdrawal|take out|taken out",
  "expire|expires|expiry|invalidate|invalidates|invalidated|invalidation|evict|evicted|time to live|ttl|flush|flushed|clear the cache",
  "permanent|permanently|for ever|forever|indefinitely|no expiry|never expires|for good|from then on",
  "once|one-time|one time|a single time|single expense|one-off payment|only once|paid once|pay once",
  "publish|published|publishes|publishing|publication|republish|republishing|republished",
  "release|released|releases|launch|launched|deploy|deployed|deployment|ship|shipped|go live|goes live|roll out|rolled out|rollout|go-live|in production",
  "validate|validates|validated|validating|validation|validator|validators|verify|verifies|verified|check in code|checked in code|checks in code|checked by code",
  "verbatim|literal|literally|word for word|exact wording|exact words|exact|exactly",
  "quote|quotes|quoted|quoting|quotation|quotations",
  "knowledge cutoff|training cutoff",
  "fail|fails|failed|failing|failure|failures|goes wrong|go wrong|went wrong|broken|fault|faults|error|errors|mistake|mistakes",
  "wrong|incorrect|incorrectly|wrongly|bad",
  "question|questions|query|queries|enquiry|enquiries",
  "answer|answers|answered|answering|reply|replies|replied|response|responses|respond|responds",
  "generate|generates|generated|generating|generation|generator|write|writes|written|writing|compose|draft|drafts|drafting",
  "context window|context windows|window",
  "context|in the prompt|into the prompt|in front of the model|in front of it|given to the model|handed to the model",
  "fuse|fused|fusion|merge|merged|merges|merging|rrf|reciprocal rank fusion",
  "doubt|doubts|distrust|sceptical|skeptical|not trust|not rely on|not believe",
  "compare|compared|compares|comparing|comparison|side by side|a/b test|ab test|head to head",
  "separate|separately|separated|apart|on its own|on their own|by itself|one at a time|independently|split",
  "labour|manual work|people's time|person-hours|man-hours|hours of work|senior time",
  "percent|per cent|percentage|percentages|proportion",
  "whole|entire",
  "repository|repositories|repo|repos|codebase",
  "reject|rejects|rejected|discard|discards|discarded|drop|drops|dropped|throw away|thrown away",
  "retry|retries|regenerate|regenerated|try again|second attempt",
  "recommend|recommends|recommended|recommendation|advise|advice|suggest|suggestion|propose|proposal|my choice|my decision|my answer is|go for|go with|opt for|decide|decided|decision",
  "sum|calculate|calculated|calculation|work out|works out|multiply|multiplied|comes to|arithmetic",
  "owner|owned by|owns|responsible for|in charge of",
  "a few|handful|only the best|best few|top few|top three|top four|top five|few",
  "more context|more passages|more pages|more chunks|bigger context",
  "save|saves|saved|saving|savings",
  "assistant|bot|chatbot|helper",
  "guarantee|guarantees|guaranteed|ensure|ensures|make sure|makes sure|made sure|see to it",
  "return|returns|returned|hand back|hands back|handed back|give back|gives back|come back with",
  "go out|goes out|went out|send|sends|sent|send out|sent out",
  "in order|in sequence|in the right order",
  "third|one in three|a third",
  "half|one in two|one of two",
  "quarter|one in four|a fourth",
  "fifth|one in five|twenty percent|20 percent",
  "tenth|one in ten|ten percent|10 percent",
  "at once|immediately|right away|straight away|instantly|without delay|at the same moment",
  "worth its cost|worth the money|worth it",
];

type Phrase = { keys: string[]; concept: number };

const concepts = new Map<string, number>();
const phrases = new Map<string, Phrase[]>();

for (const [concept, group] of groups.entries()) {
  for (const term of group.split("|")) {
    const keys = wordsIn(term).map(({ key }) => key);
    const [first, ...rest] = keys;
    if (first === undefined) continue;
    if (rest.length === 0) {
      concepts.set(first, concept);
    } else {
      phrases.set(first, [...(phrases.get(first) ?? []), { keys, concept }]);
    }
  }
}
for (const list of phrases.values()) list.sort((a, b) => b.keys.length - a.keys.length);

/** A word or phrase with the concept it stands for, if it is one of the field's. */
export type Term = Word & { concept: number | null };

/** Joins phrases into single terms and gives each term its concept. */
export function termsOf(words: readonly Word[]): Term[] {
  const terms: Term[] = [];
  for (let at = 0; at < words.length;) {
    const word = words[at];
    if (!word) break;
    const phrase = phrases.get(word.key)?.find(({ keys }) => keys.every((key, nth) => words[at + nth]?.key === key));
    const last = words[at + (phrase ? phrase.keys.length - 1 : 0)];
    if (phrase && last) {
      terms.push({
        ...word,
        key: phrase.keys.join(" "),
        end: last.end,
        isFunctionWord: false,
        concept: phrase.concept,
      });
      at += phrase.keys.length;
    } else {
      terms.push({ ...word, concept: concepts.get(word.key) ?? null });
      at += 1;
    }
  }
  return terms;
}
