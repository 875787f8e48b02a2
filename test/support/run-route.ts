import type { ActionFunctionArgs } from "@remix-run/node";

export const site = "http://localhost:3000";

export type Answer = { status: number; headers: Headers; data: unknown };
type Handler = (args: ActionFunctionArgs) => unknown;

/** Runs a loader or an action the way Remix does: what it throws is an answer too. */
export async function runRoute(handler: Handler, path: string, init: RequestInit = {}): Promise<Answer> {
  const request = new Request(site + path, init);
  const args = { request, params: {}, context: { cspNonce: "" } } as ActionFunctionArgs;
  const answer = await Promise.resolve()
    .then(() => handler(args))
    .catch((thrown: unknown) => thrown);
  if (answer instanceof Response) return { status: answer.status, headers: answer.headers, data: await answer.text() };
  if (typeof answer === "object" && answer !== null && "init" in answer && "data" in answer) {
    const { status = 200, headers } = (answer.init ?? {}) as ResponseInit;
    return { status, headers: new Headers(headers), data: answer.data };
  }
  if (answer instanceof Error) throw answer;
  return { status: 200, headers: new Headers(), data: answer };
}

/** What a form sends, of this site unless the headers of the browser say another origin. */
export function postForm(handler: Handler, path: string, fields: Record<string, string>, browser = new Headers()) {
  const headers = new Headers(browser);
  if (!headers.has("origin")) headers.set("origin", site);
  return runRoute(handler, path, { method: "POST", headers, body: new URLSearchParams(fields) });
}
