import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vitest/config";
import remixConfig from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  // Vitest renders components and calls loaders itself; the Remix plugin would only get in its way.
  plugins: process.env.VITEST ? [] : [remix(remixConfig)],
  build: { target: "es2022", cssMinify: true },
  // Found late, they would make the development server reload the first page half-way.
  optimizeDeps: { entries: ["app/entry.client.tsx", "app/root.tsx", "app/routes/**/*.tsx"] },
  test: {
    // A developer's own settings must not reach the tests; an empty value counts as unset.
    env: { ANTHROPIC_API_KEY: "", GRADER: "", DATABASE_URL: "", APP_URL: "", EMBEDDINGS: "" },
    reporters: ["default", ["json", { outputFile: "test-results/tests.json" }]],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/e2e/**"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/support/set-up-browser-tests.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
