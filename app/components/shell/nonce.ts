import { createContext } from "react";

/**
 * The nonce of this response's content security policy, given to every script of the document.
 * entry.server.tsx provides it; in the browser it stays empty, as browsers hide nonces from scripts.
 */
export const NonceContext = createContext("");
