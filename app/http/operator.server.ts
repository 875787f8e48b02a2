import { createCookie, redirect } from "@remix-run/node";
import { env } from "#app/env.server.ts";
import { isOperatorKey } from "#app/services/accounts/operator.server.ts";
import { requireFound } from "./not-found.server.ts";

const dayInSeconds = 86_400;

function operatorCookie() {
  const secure = env().appUrl.startsWith("https:");
  return createCookie("operator", {
    // The page asks for /mailbox.data, to which a cookie of /mailbox is not sent.
    path: "/",
    maxAge: 30 * dayInSeconds,
    sameSite: "lax",
    httpOnly: true,
    secure,
  });
}

/** For whoever runs an embedded instance: by the link that the start prints, and from then on by a cookie. Others: 404. */
export async function requireOperator(request: Request): Promise<void> {
  const url = new URL(request.url);
  const key = url.searchParams.get("key");
  if (isOperatorKey(key)) {
    // Out of the address bar at once, and so out of the history.
    throw redirect(url.pathname, { headers: { "set-cookie": await operatorCookie().serialize(key) } });
  }
  const kept: unknown = await operatorCookie().parse(request.headers.get("cookie"));
  requireFound(isOperatorKey(kept) || null);
}
