/**
 * The request header with the visitor's address. The server writes it into every request from what it knows of the
 * connection; whatever a visitor sends under this name is overwritten.
 */
export const clientAddressHeader = "x-client-address";
