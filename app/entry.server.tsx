import { PassThrough } from "node:stream";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { NonceContext } from "#app/components/shell/nonce.ts";
import type { Outgoing } from "#app/http/express/outgoing.server.ts";
import { loggedPath } from "#app/http/logged-path.ts";
import { log } from "#app/log.server.ts";

// server.ts reaches the application through the one server build, and these are all it asks of it.
export { shutDown, startUp } from "#app/start-up.server.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** The nonce of this response's content security policy. */
    cspNonce: string;
    outgoing: Outgoing;
  }
}

/** A page that waits longer for its data is sent as far as it is. */
export const streamTimeout = 5_000;
const abortDelayMs = streamTimeout + 1_000;

/** What is on a page may be somebody's own: nobody else keeps it, and going back asks whether it is still so. */
const keptByNobody = "private, no-cache";

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { cspNonce }: AppLoadContext,
): Promise<Response> {
  // A browser gets the shell as soon as it stands; a crawler gets the whole page at once.
  const wantsAll = isbot(request.headers.get("user-agent"));
  return new Promise((resolve, reject) => {
    let sent = false;
    const send = () => {
      sent = true;
      const body = new PassThrough();
      headers.set("content-type", "text/html; charset=utf-8");
      if (!headers.has("cache-control")) headers.set("cache-control", keptByNobody);
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={cspNonce}>
        <RemixServer context={remixContext} url={request.url} nonce={cspNonce} />
      </NonceContext.Provider>,
      {
        nonce: cspNonce,
        onShellReady: () => {
          if (!wantsAll) send();
        },
        onAllReady: () => {
          clearTimeout(abortTimer);
          if (wantsAll) send();
        },
        onShellError: reject,
        onError: (error) => {
          status = 500;
          // Before anything is sent, the failure comes back through onShellError.
          if (sent)
            log().error(
              { err: error, path: loggedPath(new URL(request.url).pathname) },
              "a page broke while streaming",
            );
        },
      },
    );
    const abortTimer = setTimeout(abort, abortDelayMs);
  });
}

export function handleDataRequest(response: Response): Response {
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", keptByNobody);
  return response;
}

/** Whatever a loader or action throws unexpectedly, once; an address that leads nowhere or a visitor who left is none. */
export function handleError(error: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  log().error(
    { err: error, method: request.method, path: loggedPath(new URL(request.url).pathname) },
    "a request broke",
  );
}
