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
  "format|schema|structure|structured|json|shape of the output|output format|layout",
  "stale|out of date|outdated|old|obsolete|yesterday's|expired|no longer true|superseded",
  "fresh|freshness|up to date|current|latest|newest|recent",
  "change|changes|changing|changed|update|updates|updated|move|moves|drift|drifts|edit|edited",
  "every week|weekly|each week|per week|a week",
  "every day|daily|each day|per day|a day",
  "every month|monthly|each month|per month|a month",
  "document|documents|doc|docs|article|articles|page|pages|file|files",
  "chunk|chunks|passage|passages|segment|segments|snippet|snippets|excerpt|excerpts",
  "index|indexed|indexing|re-index|reindex|vector store|vector database|vector db|pgvector",
  "embed|embedding|embeddings|vector|vectors|dense|semantic search",
  "bm25|keyword search|keyword|keywords|lexical|full-text|full text|exact term|exact terms|exact match",
  "rerank|reranker|re-rank|reranking|re-ranker|cross-encoder|cross encoder",
  "cite|citation|citations|cited|citing|source|sources|reference|references|attribution|link to|links to|point to|traceable|provenance",
  "hallucinate|hallucination|hallucinations|hallucinating|invent|invents|invented|make up|makes up|made up|making up|fabricate|fabricated|confabulate",
  "ground|grounded|grounding|based on the sources|stick to the text",
  "test set|golden set|gold set|golden|evaluation set|eval set|benchmark set|test questions|test cases|sample of questions|set of questions|labelled set|held-out set|reference set",
  "evaluate|evaluation|eval|evals|measure|measuring|measured|benchmark|score|scoring|assess|test|tests|tested",
  "baseline|starting point|what we have today|status quo",
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
  "maintain|maintenance|upkeep|keep up|keeping up|ongoing|running cost|look after",
  "version|versions|versioned|versioning|registry",
  "roll back|rollback|revert|go back to|undo|switch back",
  "monitor|monitoring|watch|track|tracking|alert|alerts|dashboard|observe|keep an eye",
  "forget|forgets|forgetting|forgot|lose general|loses general|wipes|catastrophic forgetting",
  "overfit|overfits|overfitting|over-fit|memorise|memorises|memorising|memorize|parrot|parrots",
  "general data|general-purpose data|general examples|mix in|replay data",
  "route|router|routing|dispatch|triage|classify the query",
  "fallback|fall back|falls back|default branch|default|catch-all|otherwise branch",
  "nothing found|no results|no match|no hit|finds nothing|found nothing|empty result|comes back empty|not find anything|nothing good",
  "say so|admit|i don't know|refuse|refuses|decline|declines|says it does not know|hand over|hands over|escalate|escalates|handover|says it doesn't know",
  "cache|cached|caching|caches|cache hit",
  "user|users|customer|customers|people|client|clients|agent|agents",
  "permission|permissions|access control|access rights|acl|tenant|tenants|confidential|privileged|who may see",
  "break-even|break even|breaks even|pays for itself|pays back|pay off|pays off|payback",
  "upfront|up front|one-off|one off|set-up cost|setup cost|fixed cost|initial cost",
  "per query|per request|per call|each query|each request|marginal|variable cost",
  "assume|assumption|assumptions|assuming|suppose|supposing",
  "depends|condition|conditions|if and only if|flip|flips|change my mind|changes my mind|would switch|reconsider|revisit",
  "risk|risks|harm|harmful|danger|dangerous|liable|liability|damage",
  "team|engineers|staff|people to run it|headcount|ml engineer|ml expertise",
  "start|begin|first|first step|to begin with|before anything|initially",
  "diagnose|diagnosis|root cause|cause|find out why|figure out why|sort the failures|categorise|categorize|bucket|buckets|error analysis|failure analysis|taxonomy",
  "both|combine|combination|combined|hybrid|together|mix of the two",
  "small|smaller|tiny|little",
  "large|larger|big|bigger|huge|massive|long|longer",
  "stable|static|frozen|rarely changes|hardly moves|hardly ever changes|does not change|seldom changes|barely changes",
  "log|logs|logged|logging|history|transcripts|real questions|real queries|production queries",
  "precise|precision|accurate|accuracy|correct|correctly|right answer",
  "recall|recall@k|hit rate|in the top",
  "metric|metrics|number|numbers|figure|figures|kpi",
  "contract|contracts|agreement|agreements|clause|clauses",
  "precedent|precedents|case law|regulation|regulations|rules|statute|statutes",
  "inject|injection|malicious|untrusted|hidden instructions|adversarial",
  "feedback|thumbs|thumbs up|thumbs down|complaint|complaints|ratings",
  "prototype|pilot|proof of concept|poc|spike|quick experiment|trial|mvp",
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
