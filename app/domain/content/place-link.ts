/**
 * Links from a study page to the rest of the product: `/figures#s0-total`, `/figures#c13`, `/glossary#hybrid`, `/labs/cost`,
 * `/scenarios/covenant-analysis`. Which of them lead somewhere only the whole library can tell.
 */
import type { Problem } from "../scenarios/problem.ts";
import type { KnownPlaces, Place } from "./coverage.ts";
import type { StudyPage } from "./schema.ts";

/** Pages that are always there. */
const fixedPages = new Set([
  "/",
  "/figures",
  "/glossary",
  "/how-grading-works",
  "/labs",
  "/learn",
  "/progress",
  "/scenarios",
  "/search",
]);

/** Parts of the ledger's page that are no entries. */
const ledgerParts = new Set(["disagreements", "volume-thresholds"]);

/** The anchor of a contradiction on the ledger's page: C13 is `c13`. */
export function contradictionAnchor(id: string): string {
  return id.toLowerCase();
}

/** One error for each link that leads nowhere; `fileOf` names the file of a page. */
export function findDanglingPlaceLinks(
  pages: readonly StudyPage[],
  known: Omit<KnownPlaces, "procedure" | "cost" | "latency">,
  fileOf = (slug: string) => `${slug}.md`,
): Problem[] {
  return pages.flatMap(({ slug, placeLinks, labs }) => {
    const file = fileOf(slug);
    const add = (field: string, message: string): Problem => ({ file, field, message, severity: "error" });
    return [
      ...labs.filter((lab) => !known.lab.has(lab)).map((lab) => add("labs", `names a lab that does not exist: ${lab}`)),
      ...placeLinks.flatMap(({ to, line }) => {
        const place = placeOfLink(to);
        const exists = place === "page" || (place !== null && known[place.kind].has(place.target));
        return exists ? [] : [add(`line ${line}`, `links to a place that does not exist: ${to}`)];
      }),
    ];
  });
}

type LinkedPlace = { kind: Exclude<Place["kind"], "procedure" | "cost" | "latency">; target: string };

/** What a link leads to: one of the pages that are always there, something by its name, or nothing that is known. */
function placeOfLink(to: string): LinkedPlace | "page" | null {
  const [, path = "", anchor] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(to) ?? [];
  if (path === "/figures" && anchor && !ledgerParts.has(anchor)) {
    return /^c\d+$/.test(anchor)
      ? { kind: "contradiction", target: anchor.toUpperCase() }
      : { kind: "figure", target: anchor };
  }
  if (path === "/glossary" && anchor) return { kind: "glossary", target: anchor };
  if (fixedPages.has(path)) return "page";
  const [, folder, target = ""] = /^\/(labs|scenarios)\/([a-z0-9.-]+)$/.exec(path) ?? [];
  if (!folder) return null;
  return { kind: folder === "labs" ? "lab" : "scenario", target };
}
