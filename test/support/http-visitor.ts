import type { Draft } from "#app/domain/interview/draft.ts";

type Fields = Record<string, string>;

/** A visitor without a browser: keeps cookies and sends forms and JSON as the pages of the site do. */
export type HttpVisitor = {
  get: (path: string) => Promise<Response>;
  post: (path: string, fields?: Fields, headers?: Fields) => Promise<Response>;
  saveDraft: (sessionId: string, draft: Partial<Draft>, revision: number) => Promise<Response>;
  /** What the room's form sends; `seenSeq` is the newest turn the page has shown, by default the newest there is. */
  answer: (sessionId: string, answer: { text?: string; diagram?: string; seenSeq?: number }) => Promise<Response>;
  ask: (sessionId: string, text: string) => Promise<Response>;
  finish: (sessionId: string, text: string) => Promise<Response>;
  /** Starts an interview and gives the session's id. */
  start: (slug?: string) => Promise<string>;
  /** For a browser to go on as the same visitor. */
  cookies: () => { name: string; value: string }[];
};

export function visitOverHttp(url: string): HttpVisitor {
  const cookies = new Map<string, string>();

  async function send(path: string, request: RequestInit = {}): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { origin: url, ...(cookie && { cookie }), ...(request.headers as Fields) };
    const response = await fetch(url + path, { redirect: "manual", ...request, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  }

  const post = (path: string, fields: Fields = {}, headers: Fields = {}) =>
    send(path, { method: "POST", body: new URLSearchParams(fields), headers });
  const toRoom = (sessionId: string, fields: Fields) => post(`/sessions/${sessionId}?index`, fields);

  async function newestSeq(sessionId: string): Promise<number> {
    const room = await (await send(`/sessions/${sessionId}`)).text();
    return Number(/name="seenSeq" value="(\d+)"/.exec(room)?.[1]);
  }

  return {
    get: (path) => send(path),
    post,
    saveDraft: (sessionId, draft, revision) =>
      send(`/sessions/${sessionId}/draft`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ draft: { kind: "answer", text: "", diagram: "", ...draft }, revision }),
      }),
    answer: async (sessionId, { text = "", diagram = "", seenSeq }) =>
      toRoom(sessionId, { intent: "answer", text, diagram, seenSeq: String(seenSeq ?? (await newestSeq(sessionId))) }),
    ask: async (sessionId, text) =>
      toRoom(sessionId, { intent: "ask", text, seenSeq: String(await newestSeq(sessionId)) }),
    finish: (sessionId, text) => toRoom(sessionId, { intent: "finish", text, revision: "0" }),
    start: async (slug = "customer-support-chatbot") => {
      const response = await post(`/scenarios/${slug}`);
      const sessionId = /^\/sessions\/([\w-]+)$/.exec(response.headers.get("location") ?? "")?.[1];
      if (sessionId === undefined) throw new Error(`${slug} was not started: ${response.status}`);
      return sessionId;
    },
    cookies: () => [...cookies].map(([name, value]) => ({ name, value })),
  };
}

/** The text a reader sees, without tags and with entities resolved; good enough to look for a sentence. */
export async function textOf(response: Response): Promise<string> {
  const html = await response.text();
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, " ")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&(?:amp|lt|gt|quot|#x27|#39);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, " ");
}

const entities: Fields = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", "&#39;": "'" };
