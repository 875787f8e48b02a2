import { resolve } from "node:path";
import { expect, test } from "vitest";
import { readEnv } from "#app/env.server.ts";

test("nothing needs to be set", () => {
  expect(readEnv({})).toEqual({
    port: 3000,
    host: "127.0.0.1",
    dataDir: resolve(".data"),
    databaseUrl: null,
    appUrl: "http://localhost:3000",
    authSecret: null,
    trustProxyHops: 0,
    logLevel: "info",
    scenariosDir: resolve("scenarios"),
    contentDir: resolve("content"),
    graderIsChosen: false,
    grader: "offline",
    anthropic: { apiKey: null, baseUrl: null, model: "claude-sonnet-5-5" },
    dailyBudget: { totalUsd: null, perPersonUsd: null },
    gradingDeadlineMs: 120_000,
    gradingIdleMs: 30_000,
    reviewers: [],
    smtp: null,
    embeddings: { kind: "use-lite" },
  });
});

test("embeddings come from the shipped model, from a service with its key, or from nowhere", () => {
  expect(readEnv({ EMBEDDINGS: "none" }).embeddings).toEqual({ kind: "none" });
  expect(readEnv({ EMBEDDINGS: "voyage", VOYAGE_API_KEY: "k" }).embeddings).toMatchObject({
    kind: "voyage",
    apiKey: "k",
  });
  expect(() => readEnv({ EMBEDDINGS: "voyage" })).toThrow(/^EMBEDDINGS is voyage, but VOYAGE_API_KEY is not set/);
  expect(() => readEnv({ EMBEDDINGS: "bge" })).toThrow(/must be one of use-lite, voyage, none/);
});

test("budgets are amounts in dollars, and zero is one", () => {
  const { dailyBudget } = readEnv({ DAILY_BUDGET_USD: "2.50", DAILY_BUDGET_PER_PERSON_USD: "0" });
  expect(dailyBudget).toEqual({ totalUsd: 2.5, perPersonUsd: 0 });
  expect(() => readEnv({ DAILY_BUDGET_USD: "$5" })).toThrow(
    'DAILY_BUDGET_USD is "$5", but must be an amount in US dollars such as 5 or 2.50.',
  );
});

test("an empty value counts as unset", () => {
  expect(readEnv({ PORT: "", DATABASE_URL: " ", GRADER: "", ANTHROPIC_API_KEY: "" })).toEqual(readEnv({}));
});

test("a key switches the grader on, and GRADER has the last word", () => {
  expect(readEnv({ ANTHROPIC_API_KEY: "k" }).grader).toBe("anthropic");
  expect(readEnv({ ANTHROPIC_API_KEY: "k", GRADER: "offline" }).grader).toBe("offline");
  expect(() => readEnv({ GRADER: "anthropic" })).toThrow(/^GRADER is anthropic, but ANTHROPIC_API_KEY is not set/);
});

test("the address of the site follows the port unless it is given", () => {
  expect(readEnv({ PORT: "8080" }).appUrl).toBe("http://localhost:8080");
  expect(readEnv({ PORT: "8080", APP_URL: "https://tradeoff.example/" }).appUrl).toBe("https://tradeoff.example");
});

test("mail goes out by a server and from an address, both or neither", () => {
  const SMTP_URL = "smtps://user:secret@mail.example.com";
  expect(readEnv({ SMTP_URL, MAIL_FROM: "Tradeoff <mail@example.com>" }).smtp).toEqual({
    url: SMTP_URL,
    from: "Tradeoff <mail@example.com>",
  });
  expect(() => readEnv({ SMTP_URL })).toThrow("SMTP_URL is set, but MAIL_FROM is not");
  expect(() => readEnv({ SMTP_URL: "mail.example.com:25", MAIL_FROM: "a@b.example" })).toThrow(
    /^SMTP_URL is a value that is not shown here, but must be an address such as smtp:/,
  );
  expect(() => readEnv({ SMTP_URL, MAIL_FROM: "Tradeoff" })).toThrow(/^MAIL_FROM is "Tradeoff", but must be/);
});

test("reviewers are addresses with commas between them, whatever their case", () => {
  expect(readEnv({ REVIEWERS: " Ada@Example.com, ben@example.com ," }).reviewers).toEqual([
    "ada@example.com",
    "ben@example.com",
  ]);
});

const wrong: [string, string, string][] = [
  ["PORT", "80a", 'PORT is "80a", but must be a port from 0 to 65535.'],
  ["PORT", "70000", 'PORT is "70000", but must be a port from 0 to 65535.'],
  ["PORT", "0x50", 'PORT is "0x50", but must be a port from 0 to 65535.'],
  ["TRUST_PROXY", "true", 'TRUST_PROXY is "true", but must be the number of proxies in front, from 0 to 10.'],
  ["LOG_LEVEL", "loud", 'LOG_LEVEL is "loud", but must be one of fatal, error, warn, info, debug, trace, silent.'],
  ["GRADER", "gpt", 'GRADER is "gpt", but must be one of offline, anthropic.'],
  [
    "APP_URL",
    "tradeoff.example",
    'APP_URL is "tradeoff.example", but must be an address such as https://tradeoff.example.',
  ],
  ["APP_URL", "https://a.example/b", 'APP_URL is "https://a.example/b", but must be an address without a path.'],
  [
    "ANTHROPIC_BASE_URL",
    "ftp://a",
    'ANTHROPIC_BASE_URL is "ftp://a", but must be an address such as https://api.anthropic.com.',
  ],
  [
    "REVIEWERS",
    "ada@example.com ben@example.com",
    'REVIEWERS is "ada@example.com ben@example.com", but must be e-mail addresses with commas between them.',
  ],
  ["GRADING_IDLE_MS", "5", 'GRADING_IDLE_MS is "5", but must be milliseconds from 100 to 3600000.'],
];

test.each(wrong)("%s=%s is refused in one line that says what is allowed", (name, value, message) => {
  expect(() => readEnv({ [name]: value })).toThrow(new Error(message));
});

test("a secret that is wrong is not repeated", () => {
  const read = () => readEnv({ DATABASE_URL: "mysql://root:hunter2@db", AUTH_SECRET: "hunter2" });
  expect(read).toThrow(
    /^DATABASE_URL is .*postgres:\/\/ or postgresql:\/\/\.\nAUTH_SECRET is .*at least 32 characters/,
  );
  expect(read).not.toThrow(/hunter2/);
});

test("every mistake is named at once", () => {
  expect(() => readEnv({ PORT: "x", GRADER: "y", LOG_LEVEL: "z" })).toThrow(/^PORT.*\nLOG_LEVEL.*\nGRADER.*$/);
});
