import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import type { Logger } from "pino";
import { pinoHttp } from "pino-http";
import type { Env } from "#app/env.server.ts";
import { loggedPath } from "#app/http/logged-path.ts";
import { limitBody } from "./body-limit.server.ts";
import { followOutgoing } from "./outgoing.server.ts";
import { nonceOf, securityHeaders } from "./security-headers.server.ts";
import { refuseCrossOrigin, refuseNul, settleVisitor } from "./visitor-headers.server.ts";

type AppOptions = {
  settings: Env;
  log: Logger;
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Vite's own middleware in development; without it the files of the build are served. */
  vite: RequestHandler | null;
};

/** Everything between a connection and the Remix application, in the order a request meets it. */
export function createApp({ settings, log, build, vite }: AppOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", settings.trustProxyHops);
  app.use(settleVisitor);
  app.use(securityHeaders({ https: settings.appUrl.startsWith("https:"), development: vite !== null }));
  app.use(refuseNul, refuseCrossOrigin);
  app.use(compression({ filter: isCompressible }));
  app.use(...(vite === null ? builtFiles() : [vite]));
  // Files are served above: a line for each would bury the requests that do something.
  app.use(requestLog(log));
  app.use(limitBody);
  app.all(
    "*",
    createRequestHandler({
      build,
      getLoadContext: (_request, response) => ({ cspNonce: nonceOf(response), outgoing: followOutgoing(response) }),
    }),
  );
  app.use(lastResort(log));
  return app;
}

/** One line a request: no query, no headers, no body. */
function requestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    quietReqLogger: true,
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? "error" : "info"),
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({ method, path: loggedPath(url) }),
      res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
    },
  });
}

/** An event stream that waits for a full buffer to compress would arrive too late. */
function isCompressible(request: express.Request, response: express.Response): boolean {
  return (
    !String(response.getHeader("content-type")).startsWith("text/event-stream") && compression.filter(request, response)
  );
}

/** The names of built assets carry the hash of their content, so they never change. */
function builtFiles(): RequestHandler[] {
  const assets = express.static("build/client/assets", { immutable: true, maxAge: "1y", index: false });
  const missing: RequestHandler = (_request, response) => {
    response
      .status(404)
      .type("text/plain")
      .send("There is no such file; reload the page, it may be of an older version.\n");
  };
  const router = express.Router();
  router.use("/assets", assets, missing);
  return [router, express.static("build/client", { maxAge: "1h", index: false })];
}

/** What neither Remix nor a middleware has answered, in one plain sentence. */
function lastResort(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next();
    log.error({ err: error, method: request.method, path: loggedPath(request.path) }, "a request broke");
    response
      .status(500)
      .type("text/plain")
      .send("Something broke on our side; what you saved is safe. Reload the page.\n");
  };
}
