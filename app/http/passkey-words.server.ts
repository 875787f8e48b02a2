/** Why a passkey was not added, in words for the page. */
export const addPasskeyRefusals = {
  "address-unverified": { status: 403, problem: "Verify your e-mail address first; then add a passkey." },
  "sign-in-old": {
    status: 403,
    problem: "You signed in more than a day ago. Sign out and in again, then add the passkey.",
  },
  "not-verified": { status: 400, problem: "The passkey could not be verified, so it was not added. Try again." },
  "too-many-attempts": {
    status: 429,
    problem: "Too many attempts from your network. Wait a minute, then try again.",
  },
};
