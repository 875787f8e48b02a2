import { twoFactor } from "better-auth/plugins/two-factor";

/**
 * The library asks for the code after a password. A link in a mail is one factor as well, so it is asked for there too;
 * a passkey is two in one. The plugin stands before all others, so that they see no sign-in before the second step.
 */
export function secondStep() {
  const plugin = twoFactor({ issuer: "Tradeoff" });
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: (context: Parameters<typeof hook.matcher>[0]) =>
      hook.matcher(context) || context.path === "/magic-link/verify",
  }));
  return { ...plugin, hooks: { after } };
}
