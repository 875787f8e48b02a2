/**
 * How people name the parts of a retrieval or training system on a drawing. Patterns are tried on plain words: lower
 * case, one space between words, no punctuation. `weak` counts only where no stronger part is named in the same label.
 */

export const components = [
  "query",
  "documents",
  "parser",
  "chunker",
  "embedder",
  "vector-store",
  "lexical-index",
  "retriever",
  "rewriter",
  "fusion",
  "reranker",
  "prompt",
  "cache",
  "router",
  "validator",
  "generator",
  "tuned-generator",
  "answer",
  "evaluator",
  "evaluation-data",
  "training",
  "training-data",
  "registry",
  "previous-version",
  "release",
  "monitor",
  "human-review",
  "fallback",
] as const;
export type Component = (typeof components)[number];

/** What a part is called in a message: "The reranker in line 4". */
export const componentName: Record<Component, string> = {
  query: "the question",
  documents: "the documents",
  parser: "the parser",
  chunker: "the chunking",
  embedder: "the embedding step",
  "vector-store": "the store",
  "lexical-index": "the keyword index",
  retriever: "retrieval",
  rewriter: "the rewriting of the question",
  fusion: "the merging of results",
  reranker: "the reranker",
  prompt: "the prompt",
  cache: "the cache",
  router: "the router",
  validator: "the validator",
  generator: "the generator",
  "tuned-generator": "the tuned model",
  answer: "the output",
  evaluator: "the evaluation",
  "evaluation-data": "the evaluation data",
  training: "training",
  "training-data": "the training data",
  registry: "the registry",
  "previous-version": "the way back to an earlier version",
  release: "the release",
  monitor: "the monitoring",
  "human-review": "the person",
  fallback: "the fallback",
};

export type Naming = { is: RegExp; not?: RegExp; weak?: true };

const records =
  "(set|sets|data|dataset|datasets|example|examples|pair|pairs|split|corpus|case|cases|record|records|sample|samples)";

/** The names of embedding models; vendors are left out, since one vendor has many. */
export const embeddingModel =
  /\b(ada 002|text embedding 3( small| large)?|bge( m3| large| base| small)?(?! rerank)|(multilingual )?e5( large| base| small)?|gte( large| base| small| qwen2)?|(all )?mini ?lm|(all )?mpnet|sbert|instructor xl|nomic embed|voyage \d+( lite| large)?|jina embeddings?( v\d)?|embed v\d|titan embed)\b/;

const previous =
  /\broll(s|ed|ing)? ?back\b|\brevert|\b(previous|prior|earlier|old|older|last (good|known good|stable|working)|last) (version|model|adapter|release|weights|prompt|one)\b|\b(keep|keeps|stay with|stays on|back to) v ?\d|\bversion n 1\b|\bv n 1\b|\bn 1 (stays|remains|kept)\b|\bv ?\d+ stays\b|\blast (known )?good\b/;

export const namings: Record<Component, Naming> = {
  query: {
    is: /\b(query|queries|questions?|users?|customers?|employees?|tenants?|requests?|messages?|utterance|asks?|incoming tickets?|user prompt|user input|chat)\b/,
    not: /\b(rewrit|expan|hyde|with answers|answers?)\b/,
    weak: true,
  },
  documents: {
    is: /\b(docs?|documents?|pdfs?|pages|articles?|help cent(re|er)|wiki|confluence|share ?point|notion|google drive|knowledge base|kb|corpus|library|handbook|contracts?|polic(y|ies)|files?|s3|bucket|manuals?|tickets|crawl(er)?|web ?sites?|precedents?|notices|regulations?|guidelines?|catalogu?e|source (docs?|data|texts?)|raw (data|text)|reports|addenda)\b/,
    not: /\b(relevant|retrieved?|found|top \d|top k|incoming|links?|citations?|answer|reply)\b/,
    weak: true,
  },
  parser: {
    is: /\b(pars(e|er|ers|es|ing)|ocr|text extract(ion|or)|extract(s|ing)? text|textract|tika|unstructured|docling|(document|pdf|data|file) loaders?|loaders?|html to text|pdf to text|layout (model|analysis))\b/,
    not: /\b(json|output|response|answer|reply|quer(y|ies)|question)\b/,
  },
  chunker: {
    is: /\b(chunk(s|er|ers|ing|ed)?|split(s|ter|ters|ting)?|segment(er|s|ing|ation)?|passage builder)\b/,
    not: /\b(top|relevant|retrieved?|best|nearest|context|keep|rerank\w*|embed(s|ding|dings|ded)?|vectori[sz]e|(train|test)\w*|prompt|search|candidates?|generat\w*|index)\b|\b\d+ chunks?$|\b80\b/,
  },
  embedder: {
    is: new RegExp(
      `\\b(re ?)?(embed(s|der|ders|ding|dings|ded)?|vectori[sz](e|er|es|ing|ation)|(bi|text|sentence|query|document|dual) encoders?|encode (the )?(query|question|chunks?|passages?|documents?)|sentence transformers?)\\b|${embeddingModel.source}`,
    ),
    not: /\b(embeddings? (store|stores|index|db|database|table|cache)|rerank\w*|cross encoder|embedded in)\b|^stor(e|ed) (the )?embeddings$|\b(search|lookup|similarity) (of |over |on |in )?(the )?embeddings\b/,
  },
  "vector-store": {
    is: /\b(vector ?(db|dbs|database|store|index)|vector ?stores?|vdb|vectors|pgvector|pinecone|qdrant|weaviate|milvus|chroma ?(db)?|faiss|lance ?db|vespa|turbopuffer|hnsw|azure ai search|(embeddings?|semantic|search|knowledge|passage|chunk|document|dense|hybrid|precedent|article|rule) (store|index|db|database|base of vectors)|index|indexes|indices)\b/,
    not: /\b(keyword|bm25|lexical|inverted|full ?text|sparse) index$/,
  },
  "lexical-index": {
    is: /\b(bm ?25|lexical|keywords?|full ?text|inverted index|elastic ?search|open ?search|solr|lucene|tf idf|sparse|splade|tsvector|exact (term|match|word)s?( search)?)\b/,
    not: /\b(stuff|list of keywords)\b/,
  },
  retriever: {
    is: /\b(retriev(e|er|ers|es|al|ed|ing)|search(es|er|ing)?|knn|ann|nearest neighbou?rs?|similarity|look ?ups?|looks? up|top k|top \d+|fetch(es|ed|ing)?|(relevant|best|matching|candidate|nearest) (docs?|documents?|chunks?|passages?|pages?|articles?|rules?|paragraphs?)|\d+ (chunks|passages)|passages|context|dense|recall \d+)\b/,
    not: /\b(search (log|logs|index|box)|index|indexing|azure ai search|open search|elastic search index|log|logs|prompt|context window|supported|found in|score|evaluat\w*|measure\w*|metrics?|threshold|recall at|recall@|enough|no passages|any)\b/,
  },
  rewriter: {
    is: /\b((query|question) (rewrit\w*|expan\w*|transform\w*|reformulat\w*|decompos\w*|understanding)|(rewrit\w*|expand\w*|reformulat\w*|decompos\w*|condens\w*) (the )?(query|question|search)|hyde|hypothetical (answer|document))\b/,
  },
  fusion: {
    is: /\b(fus(e|es|ed|ion|ing)|rrf|reciprocal rank|merg(e|es|ed|ing|er)|interleav\w*|combine (results|hits|lists|scores))\b/,
  },
  reranker: {
    is: /\bre ?rank(s|er|ers|ing|ed)?\b|\bcross encoders?\b|\bre ?order(s|ed|ing)? (hits|results|passages|chunks|candidates)\b|\bre ?score (hits|results|passages|chunks|candidates)\b/,
  },
  prompt: {
    is: /\b(prompts?|assembl(e|es|y|er) (the )?context|context (builder|assembly|assembler|packing|window)|augment(s|ed)? (prompt|context)|instructions?|system message|few shot)\b/,
    not: /\b(injection|prompt (version|versions|registry|store|cache|test|tests))\b/,
  },
  cache: { is: /\b(cach(e|ed|es|ing)|memoi[sz]\w*|stored (answers|replies))\b/ },
  router: {
    is: /\b(rout(e|er|ers|es|ing)|dispatch(er|es)?|triage|intents?|classif(y|ies|ier|ication)( the| of)?( (query|question|request|ticket|message|intent|complexity|topic))?|which (path|system|approach|route))\b/,
    not: /\b(human|person)\b/,
  },
  validator: {
    is: /\b(guard ?rails?|validat(e|es|or|ors|ion|ing)|schema|fact check\w*|(citation|quote|quotation|reference|source|groundedness|grounding|output|answer|format|hallucination|policy|safety|compliance|consistency|json|toxicity) (check|checks|checker|checking|filter|filters|detector|detection|guard|gate|verifier)|verif(y|ies|ier|ication|ied)|moderat(e|ion|or)|pii|check(s|er)? (the )?(output|answer|reply|citations?|quotes?|sources|format|grounding|references|json)|citations? (found|exists?|valid|match(es)?|supported|ok|correct|in passages?)|(answer|claims?|reply|output) (is )?(supported|grounded|valid|faithful)|grounded)\b/,
    not: /\bvalidation (set|data|split|dataset)\b/,
  },
  generator: {
    is: /\b(llms?|(large |small )?language models?|slm|chat ?gpt|gpt ?\d\w*( ?\d+)?|gpt|claude|sonnet|haiku|opus|gemini|llama|mistral|mixtral|qwen|deepseek|phi \d|command r|generat(e|es|or|ors|ion|ing|ed)|writer|writes?|drafts?|summari[sz](e|er|es|ation)|synthesi[sz](e|es|er)|model|models|extractor|answering)\b/,
  },
  "tuned-generator": {
    is: /\b((fine ?|instruction )?tuned|finetuned|adapted|specialised|specialized|distilled|trained) .{0,30}\b(model|llm|generator|extractor|writer|summari[sz]er|adapter|llama|mistral|qwen|gpt|\d+ ?b)\b|\b(fine ?tuned|finetuned)\b|\b(q?lora|peft|sft) (adapters?|model|weights)\b|^adapters?( v? ?\d+)?$|\b(base|model) (with|and|plus) (an? |the )?(q?lora|adapter)/,
  },
  answer: {
    is: /\b(answers?|answered|repl(y|ies)|responses?|outputs?|final|delivered|shown to|findings?|summar(y|ies)|comments?|annotations?|user sees|sent to (the )?(user|customer|lawyer|client))\b/,
    not: /\b(no answer|expected answers?|golden|gold|reference answers?|cached?)\b/,
    weak: true,
  },
  evaluator: {
    is: /\b(evaluat(e|es|ed|or|ion|ions|ing)|evals?|benchmark(s|ing)?|tests?|tested|testing|judges?|grader|(score|scores|scoring|scored)|(release|quality|eval|promotion|acceptance|deployment) gate|gate|accuracy|ragas|recall at \d+|beats? (the )?baseline|better than baseline|compare[sd]? (with|to|against)( the)? baseline)\b/,
    not: /\b(threshold|(score|scores|scored|scoring) .{0,20}\b(above|below|over|under|high|low|enough|too)|(best|top|relevance|similarity|rerank|confidence|max) score|api gate|grader of)\b/,
  },
  "evaluation-data": {
    is: new RegExp(
      `\\b((test|eval|evaluation|validation|holdout|hold out|held out|heldout|benchmark|golden|gold|regression|reference|unseen|acceptance) ${records}|(test|golden|gold|eval|evaluation|benchmark) (questions?|queries|answers|test set|clauses|list|tickets|reviews)|held ?out( \\w+)?|hold ?out|golden|gold standard|ground truth|unseen \\w+|(train )?(and )?test split)\\b`,
    ),
  },
  training: {
    is: new RegExp(
      `\\b((re ?)?train(s|er)?|(re ?)?training(?! ${records})|fine ?tun(e|es|ing)(?! ${records})|finetun(e|es|ing)|sft|dpo|rlhf|q?lora (run|job|training|tuning)|tuning (run|job)|distil(l|s|lation)?)\\b`,
    ),
    not: /\btrain test\b|\b(apart from|not|no|never|kept out of|outside|separate from) (the )?training$|\b(training|train) split$|\b(sft|dpo) (adapter|model|data|set|pairs)\b/,
  },
  "training-data": {
    is: new RegExp(
      `\\b((re ?)?train(ing)? ${records}|(fine ?tuning|finetuning|sft|dpo|tuning) ${records}|(labell?ed|annotated|curated|cleaned|approved|corrected|reviewed|accepted|historical|resolved|past) (\\w+ )?(examples?|data|tickets|findings|pairs|reviews|answers|summaries|cases|records|reports|conversations|chats|calls)|(instruction|preference|prompt|input output|question answer|qa) pairs|jsonl|synthetic ${records}|examples for training|train (and )?test split)\\b`,
    ),
    not: /\b(held ?out|hold ?out|test (set|data|cases)|eval|golden|gold|(clean|label|filter|curate) )/,
  },
  registry: {
    is: /\b(registry|ml ?flow|version store|artifacts?|artefacts?|model (store|versions|catalogue|catalog|repository)|hugging ?face hub|(model|prompt|adapter) (repository|versions)|versioned (models?|adapters?|prompts?))\b/,
  },
  "previous-version": { is: previous },
  release: {
    is: /\b(deploy(s|ed|ment|ing)?|releas(e|es|ed|ing)|production|prod|go(es)? live|promot(e|es|ed|ion)|canary|roll ?out|rolls out|ship(s|ped)?|launch(es|ed)?|live (model|system|traffic|service)|blue green|serve v ?\d+)\b/,
    not: /\b(gate|production (logs?|queries|traffic|data)|log|logs|last release|previous release)\b/,
  },
  monitor: {
    is: /\b(monitor(s|ing|ed)?|drift|observability|metrics?|dashboards?|alerts?|alerting|alarms?|logs?|logged|logging|telemetry|feedback|thumbs?( up| down)?|tracing)\b/,
  },
  "human-review": {
    is: /\b(humans?|person|people|lawyers?|(support|live) agents?|support team|experts?|reviewers?|manual(ly)?|review queue|smes?|analysts?|specialists?|doctor|radiologist|adviser|colleague|desk)\b/,
    not: /\bagents? llm\b/,
    weak: true,
  },
  fallback: {
    is: /\b((do|does|did|don|doesn|didn|can|could) ?(not|t) (know|answer|find|have)|cannot answer|not know|no (good |clear |relevant |matching |reliable )?(answer|answers|result|results|match|matches|evidence|source|hit|hits|passages?|documents?|context)|not found|nothing (found|relevant|good|passes|matches|fits|useful)|not in (the )?(docs|documents|knowledge base|handbook|sources)|says? (so|we|that it|it)|declin(e|es|ed)|refus(e|es|al|ed)|abstain(s)?|abstention|fall(s)? ?back|hand(s|ed)? ?(it )?(over|off|to)|hand ?over|hand ?off|escalat(e|es|ed|ion)|(ask|asks) (back|again|for|to|the user|user)|clarif(y|ies|ication|ying)( question)?|offer(s)? (an? |the )?(live |human |support )?(agent|person|human|search)|human agent|takes? over|out of scope|unanswerable|insufficient (evidence|context)|(send|sent|route|routed|pass|passed|forward|goes)( \w+)? to (a |an |the )?(person|human|people|agent|lawyer|expert|desk|support|adviser)|sorry|apolog(y|ise|ize))\b/,
  },
};
