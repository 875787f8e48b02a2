import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";

type SecurityOptions = {
  /** Whether visitors come over https: then browsers are told to insist on it. */
  https: boolean;
  /** Whether Vite serves the modules: its reload channel is a web socket. */
  development: boolean;
};

/** The response headers that bind a page to this site: scripts only with the nonce of this very response. */
export function securityHeaders({ https, development }: SecurityOptions): RequestHandler[] {
  const drawNonce: RequestHandler = (_request, response, next) => {
    response.locals.cspNonce = randomBytes(16).toString("base64");
    next();
  };
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response)}'`],
        styleSrc: ["'self'", "'unsafe-inline'"], // Mermaid and the editor write styles into the page
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...(development ? ["ws:"] : [])],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https,
    // The default, no-referrer, would make browsers send our own forms with `Origin: null`.
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
  });
  return [drawNonce, headers];
}

export function nonceOf(response: object): string {
  const locals: unknown = "locals" in response ? response.locals : null;
  const nonce = typeof locals === "object" && locals !== null && "cspNonce" in locals ? locals.cspNonce : null;
  if (typeof nonce !== "string") throw new Error("This response has no nonce: securityHeaders() must come first.");
  return nonce;
}
