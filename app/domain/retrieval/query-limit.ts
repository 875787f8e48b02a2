/**
 * How long a query may be. More is a text, not a question, and most of it would say nothing about what is looked for.
 */
export const longestQuery = 500;
