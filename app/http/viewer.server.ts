import { redirect } from "@remix-run/node";
import { findMembership, type Action } from "#app/domain/accounts/permissions.ts";
import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import { findViewer as findViewerByHeaders } from "#app/services/accounts/find-viewer.server.ts";
import { requireFound } from "./not-found.server.ts";
import { startGuest } from "#app/services/accounts/start-guest.server.ts";

export function findViewer(request: Request): Promise<Viewer | null> {
  return findViewerByHeaders(request.headers);
}

/**
 * For what is somebody's own. Whoever is not signed in is sent to sign in and comes back after it; a form cannot be
 * sent again by coming back, so it gets a 401 and the page keeps what was typed.
 */
export async function requireViewer(request: Request): Promise<Viewer> {
  const viewer = await findViewer(request);
  if (viewer !== null) return viewer;
  if (request.method !== "GET") {
    throw new Response("Your sign-in ran out. Sign in again, then send this once more.", {
      status: 401,
      statusText: "Unauthorized",
    });
  }
  const { pathname, search } = new URL(request.url);
  throw redirect(`/sign-in?${new URLSearchParams({ next: pathname + search })}`);
}

/** For what needs an account, with an address to come back with: a guest is asked to make one first. */
export async function requireAccount(request: Request): Promise<Viewer> {
  const viewer = await requireViewer(request);
  if (!viewer.isGuest) return viewer;
  if (request.method !== "GET") {
    throw new Response("This needs an account. Make one, then send this once more.", {
      status: 401,
      statusText: "Unauthorized",
    });
  }
  const { pathname, search } = new URL(request.url);
  throw redirect(`/sign-up?${new URLSearchParams({ next: pathname + search })}`);
}

/**
 * For what belongs to an organisation, named by its handle in the address. Whoever may not do it there is told the same
 * as for an organisation that does not exist: 404.
 */
export async function requireMember(
  request: Request,
  organisation: string | undefined,
  action: Action,
): Promise<{ viewer: Viewer; membership: Membership }> {
  const viewer = await requireViewer(request);
  return { viewer, membership: requireFound(findMembership(viewer, organisation ?? "", action)) };
}

/** For the first thing worth keeping: a visitor becomes a guest. Send `headers` along, they carry the cookie. */
export async function ensureViewer(request: Request): Promise<{ viewer: Viewer; headers: Headers }> {
  const viewer = await findViewer(request);
  if (viewer !== null) return { viewer, headers: new Headers() };
  const outcome = await startGuest(request.headers);
  if (!outcome.ok) {
    throw new Response("Many visitors began at once from your network. Nothing was lost: try again in a minute.", {
      status: 429,
      statusText: "Too Many Requests",
    });
  }
  const cookie = outcome.headers
    .getSetCookie()
    .map((line) => line.slice(0, line.indexOf(";")))
    .join("; ");
  const guest = await findViewerByHeaders(new Headers({ cookie }));
  if (guest === null) throw new Error("A guest was signed in, but the new cookie is not recognised.");
  return { viewer: guest, headers: outcome.headers };
}
