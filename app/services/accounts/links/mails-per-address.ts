/** Nobody's mailbox is filled from here: of one kind, no more than these to one address, from wherever they are asked for. */
export const mailsPerAddress = { windowSeconds: 900, max: 5 };
