// Whoever is looking at a page: somebody with an account, or a guest, who has everything but an address to come back
// with. What a guest did becomes the account's when the guest signs up or in.

export type Viewer = {
  id: string;
  name: string;
  /** Null for a guest. */
  email: string | null;
  isGuest: boolean;
};
