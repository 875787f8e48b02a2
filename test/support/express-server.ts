import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { PassThrough } from "node:stream";
import type { LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import pino from "pino";
import { onTestFinished } from "vitest";
import { readEnv } from "#app/env.server.ts";
import { createApp } from "#app/http/express/app.server.ts";

/** A Remix application of one address, `/echo`, which says what reached it. */
const echo: ServerBuild = {
  entry: { module: { default: (_request, status, headers) => new Response("a page", { status, headers }) } },
  routes: {
    root: { id: "root", path: "", module: { default: () => null } },
    echo: { id: "echo", parentId: "root", path: "echo", module: { default: undefined, loader: say, action: say } },
  },
  assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "" },
  basename: "/",
  publicPath: "/",
  assetsBuildDirectory: "",
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
  mode: "production",
  isSpaMode: false,
};

async function say({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const body = request.method === "GET" ? "" : await request.text();
  return Response.json({
    bytes: body.length,
    url: request.url,
    address: request.headers.get("x-client-address"),
    nonce: context.cspNonce,
  });
}

/** The real Express application on a real socket, around the application above. */
export async function startExpress(
  environment: Record<string, string> = {},
  build: ServerBuild | (() => Promise<ServerBuild>) = echo,
) {
  const lines = new PassThrough();
  const logged: string[] = [];
  lines.on("data", (line: Buffer) => logged.push(line.toString()));
  const app = createApp({ settings: readEnv(environment), log: pino(lines), build, vite: null });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => server.closeAllConnections());
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, logged };
}
