/** The address by which the application that browser tests share knows its reviewer. */
export const reviewerEmail = "reviewer@example.com";

/** What made the reviewer's account; its address is verified. */
export const reviewerAccount = { name: "Rae", email: reviewerEmail, password: "correct horse battery" };
