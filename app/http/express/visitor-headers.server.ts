import type { RequestHandler } from "express";
import { crossOriginMessage, isSameOrigin } from "#app/http/same-origin.server.ts";
import { clientAddressHeader } from "#app/services/accounts/client-address.server.ts";

/**
 * Settles what a request says of itself, before anything reads it: the address it comes from and the host it is for.
 * What a proxy adds counts only behind as many proxies as TRUST_PROXY says; what a visitor adds never counts.
 */
export const settleVisitor: RequestHandler = (request, _response, next) => {
  request.headers[clientAddressHeader] = request.ip ?? "";
  const forwardedHost = request.get("x-forwarded-host")?.split(",")[0]?.trim();
  delete request.headers["x-forwarded-host"];
  if (forwardedHost && Number(request.app.get("trust proxy")) > 0) request.headers.host = forwardedHost;
  next();
};

const changing = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** Nothing is changed for a page of another site, whichever route it addresses. */
export const refuseCrossOrigin: RequestHandler = (request, response, next) => {
  const headers = { site: request.get("sec-fetch-site") ?? null, origin: request.get("origin") ?? null };
  if (!changing.has(request.method) || isSameOrigin(headers, request.get("host") ?? "")) return next();
  response.status(403).type("text/plain").send(`${crossOriginMessage}\n`);
};

/** Nothing here has U+0000 in its address, and the database takes none: such an address leads nowhere. */
export const refuseNul: RequestHandler = (request, response, next) => {
  if (!request.path.includes("%00")) return next();
  response.status(404).type("text/plain").send("There is nothing at this address.\n");
};
