// Who may import whom, as ARCHITECTURE.md says it: routes and cli call services, services decide with the domain and
// save with db, components know the domain only, and the domain knows nothing but itself and pure libraries.
const inside = (...folders) => `^app/(${folders.join("|")})/`;

/** Inside the domain, modules use each other in one order. */
const domainOrder = [
  ["accounts", "text"],
  ["scenarios", "diagrams"],
  ["content", "statements"],
  ["interview", "retrieval"],
  ["grading"],
  ["practice", "progress", "review", "authoring", "usage"],
  ["hiring"],
];

const laterThan = (step) => domainOrder.slice(step + 1).flat();

/** The simulator knows no other part; grading and what follows may hold a figure against it. */
const knowsSimulator = (step) => step >= domainOrder.findIndex((modules) => modules.includes("grading"));
const forbiddenTo = (step) => [...laterThan(step), ...(knowsSimulator(step) ? [] : ["simulator"])];

const domainRules = domainOrder.slice(0, -1).map((modules, step) => ({
  name: `domain-order-${modules.join("-")}`,
  comment: `${modules.join(" and ")} come before ${forbiddenTo(step).join(", ")} and must not know of them.`,
  severity: "error",
  from: { path: `^app/domain/(${modules.join("|")})/` },
  to: { path: `^app/domain/(${forbiddenTo(step).join("|")})/` },
}));

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "domain-is-pure",
      comment: "The domain runs anywhere: no database, no framework, no Node, no network.",
      severity: "error",
      from: { path: inside("domain") },
      to: {
        pathNot: [
          "^app/domain/",
          "^node_modules/(zod|yaml|diff|stemmer|minisearch|ts-fsrs|unified|remark-parse|remark-gfm|@types/(mdast|unist|hast))/",
        ],
      },
    },
    {
      name: "simulator-stands-alone",
      severity: "error",
      from: { path: "^app/domain/simulator/" },
      to: { path: "^app/domain/(?!simulator/)", dependencyTypesNot: ["type-only"] },
    },
    ...domainRules,
    {
      name: "one-scheduler",
      comment: "Only practice knows which scheduler it uses; all others read its memories.",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/domain/practice/" },
      to: { path: "^node_modules/ts-fsrs/" },
    },
    {
      name: "components-know-the-domain-only",
      severity: "error",
      from: { path: inside("components") },
      to: { path: inside("services", "db", "http", "cli", "routes"), dependencyTypesNot: ["type-only"] },
    },
    {
      name: "services-do-not-know-the-web",
      severity: "error",
      from: { path: inside("services") },
      to: { path: inside("routes", "components", "http", "cli") },
    },
    {
      name: "routes-go-through-services",
      severity: "error",
      from: { path: inside("routes", "cli", "http", "components") },
      to: { path: [inside("db"), "^node_modules/(@anthropic-ai|@prisma|pg|pg-boss|@electric-sql|better-auth)/"] },
    },
    {
      name: "http-asks-accounts-only",
      severity: "error",
      from: { path: inside("http") },
      to: { path: "^app/services/(?!accounts/)" },
    },
    {
      name: "db-is-the-floor",
      severity: "error",
      from: { path: inside("db") },
      to: { path: inside("services", "routes", "components", "http", "cli") },
    },
    {
      name: "production-needs-no-test-tools",
      severity: "error",
      from: { path: "^(app|server\\.ts)", pathNot: "^app/db/write-migration\\.ts$" },
      to: { path: "^(test|bench)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^app/db/generated/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
