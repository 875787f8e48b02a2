import { DraftFilesSchema } from "#app/domain/authoring/draft.ts";
import { readScenarioFiles } from "#app/domain/authoring/read-draft.ts";
import { addressOf } from "#app/domain/scenarios/address.ts";
import { db } from "#app/db/client.server.ts";
import { readVersion } from "#app/services/interview/find-session.server.ts";
import { hashOf, type LibraryScenario } from "./load-library.server.ts";

// What was published never changes, so each version is read once by a process and kept.

const kept = new Map<string, Promise<LibraryScenario>>();
const mostKept = 200;

async function read(id: string): Promise<LibraryScenario> {
  const {
    hash,
    files,
    version,
    scenario: authored,
  } = await db().publishedVersion.findUniqueOrThrow({
    where: { id },
    include: { version: true, scenario: { select: { slug: true, organisation: { select: { handle: true } } } } },
  });
  const scenario = readVersion(version);
  const written = Object.entries(DraftFilesSchema.parse(files)).map(([file, text]) => ({ file, text }));
  const { calibration, diagrams } = readScenarioFiles(addressOf(authored.organisation.handle, authored.slug), written);
  return { scenario, hash, rubricHash: hashOf(scenario.rubric), calibration, diagrams };
}

/** A published version as the library holds a scenario that ships. */
export function readPublished(id: string): Promise<LibraryScenario> {
  const known = kept.get(id);
  if (known) return known;
  if (kept.size >= mostKept) kept.clear();
  const reading = read(id);
  kept.set(id, reading);
  reading.catch(() => kept.delete(id));
  return reading;
}

/** Newest versions, archived scenarios left out unless they are asked for. */
export async function listNewestPublished(
  organisationIds: readonly string[],
  { slug, archived = false }: { slug?: string; archived?: boolean } = {},
): Promise<{ organisationId: string; number: number; entry: LibraryScenario }[]> {
  if (organisationIds.length === 0) return [];
  const rows = await db().authoredScenario.findMany({
    where: {
      organisationId: { in: [...organisationIds] },
      published: { some: {} },
      ...(slug !== undefined && { slug }),
      ...(!archived && { archivedAt: null }),
    },
    select: {
      organisationId: true,
      published: { orderBy: { number: "desc" }, take: 1, select: { id: true, number: true } },
    },
    orderBy: [{ title: "asc" }, { id: "asc" }],
  });
  return Promise.all(
    rows.flatMap(({ organisationId, published: [newest] }) =>
      newest ? [readPublished(newest.id).then((entry) => ({ organisationId, number: newest.number, entry }))] : [],
    ),
  );
}
