import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { loadEnvFile } from "node:process";
import { z } from "zod";

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
const graders = ["offline", "anthropic"] as const;
const embedders = ["use-lite", "voyage", "none"] as const;

/** A whole number written in digits: `3e3`, `0x1F` and ` 12 ` are typing mistakes, not settings. */
function wholeNumber(range: { min: number; max: number; allowed: string }) {
  return z
    .string()
    .regex(/^\d{1,9}$/, range.allowed)
    .transform(Number)
    .refine((value) => value >= range.min && value <= range.max, range.allowed);
}

function webAddress(allowed: string) {
  return z.string().refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), allowed);
}

/** E-mail addresses with commas between them, in lower case. */
const addresses = z
  .string()
  .transform((value) =>
    value
      .toLowerCase()
      .split(",")
      .map((each) => each.trim())
      .filter((each) => each !== ""),
  )
  .refine(
    (value) => value.every((each) => /^[^\s@]+@[^\s@]+$/.test(each)),
    "e-mail addresses with commas between them",
  );

const durationMs = wholeNumber({ min: 100, max: 3_600_000, allowed: "milliseconds from 100 to 3600000" });

/** `0` allows nothing; without a value there is no limit. */
const dollars = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,4})?$/, "an amount in US dollars such as 5 or 2.50")
  .transform(Number);

const SettingsSchema = z.object({
  PORT: wholeNumber({ min: 0, max: 65_535, allowed: "a port from 0 to 65535" }).default(3000),
  // Loopback keeps a laptop's practice sessions off the network it happens to be on; a container sets 0.0.0.0.
  HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "an address that begins with postgres:// or postgresql://")
    .optional(),
  APP_URL: webAddress("an address such as https://tradeoff.example")
    .refine((value) => !URL.canParse(value) || new URL(value).pathname === "/", "an address without a path")
    .transform((value) => (URL.canParse(value) ? new URL(value).origin : value))
    .optional(),
  AUTH_SECRET: z.string().min(32, "at least 32 characters, for example from: openssl rand -hex 32").optional(),
  TRUST_PROXY: wholeNumber({ min: 0, max: 10, allowed: "the number of proxies in front, from 0 to 10" }).default(0),
  LOG_LEVEL: z.enum(logLevels, `one of ${logLevels.join(", ")}`).default("info"),
  SCENARIOS_DIR: z.string().default("scenarios"),
  CONTENT_DIR: z.string().default("content"),
  GRADER: z.enum(graders, `one of ${graders.join(", ")}`).optional(),
  ANTHROPIC_API_KEY: z.string().optional(),
  ANTHROPIC_BASE_URL: webAddress("an address such as https://api.anthropic.com").optional(),
  ANTHROPIC_MODEL: z.string().default("claude-sonnet-5-5"),
  DAILY_BUDGET_USD: dollars.optional(),
  DAILY_BUDGET_PER_PERSON_USD: dollars.optional(),
  GRADING_DEADLINE_MS: durationMs.default(120_000),
  GRADING_IDLE_MS: durationMs.default(30_000),
  REVIEWERS: addresses.default([]),
  SMTP_URL: z
    .string()
    .refine(
      (value) => URL.canParse(value) && /^smtps?:\/\/./.test(value),
      "an address such as smtp://user:password@mail.example.com:587",
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/, "an address such as Tradeoff <mail@example.com>")
    .optional(),
  EMBEDDINGS: z.enum(embedders, `one of ${embedders.join(", ")}`).default("use-lite"),
  VOYAGE_API_KEY: z.string().optional(),
  VOYAGE_BASE_URL: webAddress("an address such as https://api.voyageai.com").default("https://api.voyageai.com"),
  VOYAGE_MODEL: z.string().default("voyage-3.5-lite"),
});

type Settings = z.infer<typeof SettingsSchema>;

const secretNames = new Set(["SMTP_URL", "AUTH_SECRET", "ANTHROPIC_API_KEY", "VOYAGE_API_KEY", "DATABASE_URL"]);

export type Env = ReturnType<typeof readEnv>;

/** Reads the settings; throws one clear line for every variable that is wrong. An empty value counts as unset. */
export function readEnv(source: Record<string, string | undefined>) {
  const given = Object.fromEntries(
    Object.keys(SettingsSchema.shape).map((name) => [name, source[name]?.trim() || undefined]),
  );
  const parsed = SettingsSchema.safeParse(given);
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map((issue) => describeIssue(issue, given)).join("\n"));
  }
  return compose(parsed.data);
}

function compose(settings: Settings) {
  if (settings.GRADER === "anthropic" && settings.ANTHROPIC_API_KEY === undefined) {
    throw new Error(
      "GRADER is anthropic, but ANTHROPIC_API_KEY is not set: set a key, or use GRADER=offline, or leave GRADER out.",
    );
  }
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataDir: resolve(settings.DATA_DIR),
    databaseUrl: settings.DATABASE_URL ?? null,
    appUrl: settings.APP_URL ?? `http://localhost:${settings.PORT}`,
    authSecret: settings.AUTH_SECRET ?? null,
    trustProxyHops: settings.TRUST_PROXY,
    logLevel: settings.LOG_LEVEL,
    scenariosDir: resolve(settings.SCENARIOS_DIR),
    contentDir: resolve(settings.CONTENT_DIR),
    graderIsChosen: settings.GRADER !== undefined,
    grader:
      settings.GRADER ?? (settings.ANTHROPIC_API_KEY === undefined ? ("offline" as const) : ("anthropic" as const)),
    anthropic: {
      apiKey: settings.ANTHROPIC_API_KEY ?? null,
      baseUrl: settings.ANTHROPIC_BASE_URL ?? null,
      model: settings.ANTHROPIC_MODEL,
    },
    dailyBudget: {
      totalUsd: settings.DAILY_BUDGET_USD ?? null,
      perPersonUsd: settings.DAILY_BUDGET_PER_PERSON_USD ?? null,
    },
    gradingDeadlineMs: settings.GRADING_DEADLINE_MS,
    gradingIdleMs: settings.GRADING_IDLE_MS,
    reviewers: settings.REVIEWERS,
    smtp: composeSmtp(settings),
    embeddings: composeEmbeddings(settings),
  };
}

function composeSmtp({ SMTP_URL, MAIL_FROM }: Settings) {
  if (SMTP_URL === undefined) return null;
  if (MAIL_FROM === undefined) {
    throw new Error("SMTP_URL is set, but MAIL_FROM is not: set the address that mail comes from.");
  }
  return { url: SMTP_URL, from: MAIL_FROM };
}

function composeEmbeddings({ EMBEDDINGS, VOYAGE_API_KEY, VOYAGE_BASE_URL, VOYAGE_MODEL }: Settings) {
  if (EMBEDDINGS !== "voyage") return { kind: EMBEDDINGS };
  if (VOYAGE_API_KEY === undefined) {
    throw new Error(
      "EMBEDDINGS is voyage, but VOYAGE_API_KEY is not set: set a key, or use EMBEDDINGS=use-lite, or leave EMBEDDINGS out.",
    );
  }
  return { kind: EMBEDDINGS, apiKey: VOYAGE_API_KEY, baseUrl: VOYAGE_BASE_URL, model: VOYAGE_MODEL };
}

function describeIssue(issue: z.core.$ZodIssue, given: Record<string, string | undefined>): string {
  const name = String(issue.path[0]);
  const value = secretNames.has(name) ? "a value that is not shown here" : JSON.stringify(given[name]);
  return `${name} is ${value}, but must be ${issue.message}.`;
}

let cached: Env | undefined;

/** The settings of this process, read once: `.env` in the working directory first, where the environment is silent. */
export function env(): Env {
  if (cached === undefined) {
    if (existsSync(".env")) loadEnvFile(".env");
    cached = readEnv(process.env);
  }
  return cached;
}
