/** The one file that a page is, as it is called where two versions of it are held beside each other. */
export const pagePath = "page.md";
