import { z } from "zod";
import { env } from "#app/env.server.ts";
import { auth } from "./auth.server.ts";
import { clientAddressHeader } from "./client-address.server.ts";

/** What a page does next: send the cookies along, or say why not. */
export type AuthOutcome<Reason extends string> = { ok: true; headers: Headers } | { ok: false; reason: Reason };

const RefusalSchema = z.object({ code: z.string() });

/**
 * Posts to the account library as a browser would: its rate limits and checks live in its request handler and are
 * skipped by direct calls. `visitor` are the headers of the visitor's own request, whose origin is checked before.
 */
export function callAuth(visitor: Headers, path: string, body: object): Promise<Response> {
  return send(visitor, path, { method: "POST", body: JSON.stringify(body) });
}

/** As `callAuth`, for what the library wants to be asked with GET. */
export function askAuth(visitor: Headers, path: string, query: Record<string, string> = {}): Promise<Response> {
  return send(visitor, `${path}?${new URLSearchParams(query)}`, { method: "GET" });
}

function send(visitor: Headers, path: string, init: { method: string; body?: string }): Promise<Response> {
  const { appUrl } = env();
  const headers = new Headers({ "content-type": "application/json", origin: appUrl });
  for (const name of ["cookie", "user-agent", clientAddressHeader]) {
    const value = visitor.get(name);
    if (value !== null) headers.set(name, value);
  }
  return auth().handler(new Request(`${appUrl}/api/auth${path}`, { ...init, headers }));
}

/** Turns the library's reply into an outcome; `reasons` are the refusals a page can explain, by the library's codes. */
export async function readOutcome<Reason extends string>(
  response: Response,
  reasons: Record<string, Reason>,
): Promise<AuthOutcome<Reason | "too-many-attempts">> {
  if (response.ok) return { ok: true, headers: cookiesOf(response) };
  const body = await response.text();
  const refusal = RefusalSchema.safeParse(response.status < 500 ? readJson(body) : null);
  const reason = refusal.success ? reasons[refusal.data.code] : undefined;
  if (reason !== undefined) return { ok: false, reason };
  if (response.status === 429) return { ok: false, reason: "too-many-attempts" };
  throw new Error(`Accounts answered ${response.status} ${body}`.trim());
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function cookiesOf(response: Response): Headers {
  const headers = new Headers();
  for (const cookie of response.headers.getSetCookie()) headers.append("set-cookie", cookie);
  return headers;
}
