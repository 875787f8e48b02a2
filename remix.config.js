// @ts-check
/**
 * The one home of the Remix options; vite.config.ts hands them to the Vite plugin.
 * Scripts always say `vite:dev` and `vite:build`: the classic compiler reads this file too and would write a second, wrong build.
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  appDirectory: "app",
  serverModuleFormat: "esm",
  ignoredRouteFiles: ["**/.*", "**/*.css"],
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_routeConfig: false,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
};
