// Whoever is looking at a page: somebody with an account, or a guest, who has everything but an address to come back
// with. What a guest did becomes the account's when the guest signs up or in.
import type { Role } from "./roles.ts";

/** One organisation the viewer belongs to, as the database says at this request. */
export type Membership = { organisationId: string; handle: string; name: string; roles: readonly Role[] };

export type Viewer = {
  id: string;
  name: string;
  /** Null for a guest. */
  email: string | null;
  isGuest: boolean;
  /** Whether the address has been shown to be theirs. */
  emailVerified: boolean;
  memberships: readonly Membership[];
};

/** As the frame of every page shows them: nothing else about them is sent to the browser. */
export type ShownViewer = Pick<Viewer, "name" | "isGuest"> & {
  /** Whether they are in a hiring team, and so are led to its pages. */
  hires: boolean;
};
