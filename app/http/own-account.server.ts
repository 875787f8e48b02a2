import { redirect } from "@remix-run/node";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { requireViewer } from "./viewer.server.ts";

/** For the pages of somebody's own account. A guest has none yet and is led to make one. */
export async function requireAccount(request: Request): Promise<Viewer> {
  const viewer = await requireViewer(request);
  if (!viewer.isGuest) return viewer;
  const { pathname } = new URL(request.url);
  throw redirect(`/sign-up?${new URLSearchParams({ next: pathname.startsWith("/account/") ? "/account" : pathname })}`);
}
