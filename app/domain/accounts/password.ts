// What a password must be: long enough to withstand guessing, short enough to hash. Length counts for more than kinds of
// characters (NIST SP 800-63B, section 5.1.1.2), so nothing else is asked of it.

export const shortestPassword = 10;
export const longestPassword = 128;
