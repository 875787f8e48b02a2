/** Ridge strength, in features of unit spread. Strong: the sets agree on what counts more than on how much. */
export const ridge = 1;

/**
 * The curve is set, not fitted: sets disagree about the level (half the words earn .8 in one and nothing in another). Half
 * of a model answer earns about half, a paraphrase most, and another question's answer little.
 */
export const level = { middle: 0.39, slope: 6 };
