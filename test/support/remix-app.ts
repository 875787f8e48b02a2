import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { flatRoutes } from "@remix-run/dev/dist/config/flat-routes.js";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import remixConfig from "../../remix.config.js";

// The whole application as a function from a request to an answer: Remix's own handler on the modules of app/routes, with
// every loader and action as it is. The page is drawn where that is asked for.

type Module = ServerBuild["routes"][string]["module"];

const appDirectory = resolve("app");
const modules = import.meta.glob<Module>(["../../app/routes/*.{ts,tsx}", "../../app/root.tsx"]);

export function listRouteFiles(): string[] {
  return readdirSync(join(appDirectory, "routes")).filter((file) => /\.tsx?$/.test(file));
}

async function loadModule(file: string): Promise<Module> {
  const load = modules[`../../app/${file}`];
  if (load === undefined) throw new Error(`app/${file} is no route module.`);
  return load();
}

export type RemixApp = {
  /** What the application threw that is no answer, since it was last asked. */
  broken: () => unknown[];
  send: (request: Request) => Promise<Response>;
};

/** What a browser would load for each route: nothing, but a page is only drawn for routes that are listed. */
function listAssets(entries: [string, ServerBuild["routes"][string]][]): ServerBuild["assets"]["routes"] {
  const assets = entries.map(([id, { parentId, path, index, caseSensitive, module }]) => [
    id,
    {
      id,
      parentId,
      path,
      index,
      caseSensitive,
      module: "",
      imports: [],
      hasLoader: "loader" in module,
      hasAction: "action" in module,
      hasClientLoader: false,
      hasClientAction: false,
      hasErrorBoundary: "ErrorBoundary" in module,
    },
  ]);
  return Object.fromEntries(assets) as ServerBuild["assets"]["routes"];
}

/** `draws` gives whole pages, as those who cannot wait for the rest of one are given them. */
export async function loadRemixApp({ draws = false }: { draws?: boolean } = {}): Promise<RemixApp> {
  const root = { id: "root", path: "", file: "root.tsx" };
  const manifest = [root, ...Object.values(flatRoutes(appDirectory, remixConfig.ignoredRouteFiles))];
  const entries = await Promise.all(
    manifest.map(async (route) => [route.id, { ...route, module: await loadModule(route.file) }] as const),
  );
  const broken: unknown[] = [];
  const nothing: ServerBuild["entry"]["module"]["default"] = (_request, status, headers) =>
    new Response("a page", { status, headers });
  const draw = draws ? (await import("../../app/entry.server.tsx")).default : nothing;
  const build: ServerBuild = {
    entry: { module: { default: draw, handleError: (error) => void broken.push(error) } },
    routes: Object.fromEntries(entries),
    assets: {
      entry: { imports: [], module: "" },
      routes: draws ? listAssets(entries.map(([id, route]) => [id, route])) : {},
      url: "",
      version: "",
    },
    basename: "/",
    publicPath: "/",
    assetsBuildDirectory: "",
    mode: "production",
    isSpaMode: false,
    future: { ...remixConfig.future } as ServerBuild["future"],
  };
  const handle = createRequestHandler(build, "production");
  return {
    broken: () => broken.splice(0),
    send: (request) => handle(request, { cspNonce: "", outgoing: { whenDrained: () => Promise.resolve(true) } }),
  };
}
