/** The environment without what the test runner added to it: a child is no test. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const plain = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|TEST$|NODE_ENV$|DEV$|PROD$|MODE$)/.test(name),
  );
  return { NODE_ENV: "production", ...Object.fromEntries(plain) };
}
