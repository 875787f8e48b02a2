import { parseArgs, type ParseArgsConfig } from "node:util";
import { GraderNameSchema, type GraderName } from "#app/domain/grading/grade.ts";
import type { Grader } from "#app/domain/grading/grader.ts";
import { env } from "#app/env.server.ts";
import { chooseGrader } from "#app/services/grading/choose-grader.server.ts";
import { loadLibrary, type Library, type LibraryScenario } from "#app/services/library/load-library.server.ts";
import { UsageError } from "./command.ts";

/** Arguments and options of a command; an unknown option is wrong usage. */
export function readArguments<T extends NonNullable<ParseArgsConfig["options"]>>(
  args: string[],
  options: T,
  usage: string,
) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    const fault = error instanceof Error ? error.message.replaceAll(/\s+/g, " ") : "Wrong arguments.";
    throw new UsageError(`${fault} Usage: tradeoff ${usage}`);
  }
}

/** The grader asked for, or the one this installation is set up with. */
export async function readGrader(asked: string | undefined): Promise<Grader> {
  const name = GraderNameSchema.safeParse(asked ?? env().grader);
  if (!name.success) throw new UsageError(`--grader is ${asked}, but must be offline or anthropic.`);
  return chooseGrader(name.data satisfies GraderName, null);
}

function sayWhyNot(slug: string, { scenarios, problems }: Library): string {
  const fault = problems.find(({ file, severity }) => severity === "error" && file.startsWith(`${slug}/`));
  if (fault) return `The scenario ${slug} is left out: ${fault.file} ${fault.field}: ${fault.message}.`;
  return `There is no scenario ${slug}. There are ${scenarios.map(({ scenario }) => scenario.slug).join(", ")}.`;
}

/** The scenarios of these slugs, or all of them without any. */
export async function requireScenarios(slugs: readonly string[]): Promise<LibraryScenario[]> {
  const library = await loadLibrary().catch((error: unknown) => {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  });
  if (slugs.length === 0) return library.scenarios;
  return slugs.map((slug) => {
    const found = library.scenarios.find(({ scenario }) => scenario.slug === slug);
    if (!found) throw new UsageError(sayWhyNot(slug, library));
    return found;
  });
}
