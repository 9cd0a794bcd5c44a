/** The elements that a test has put into the page. */
export const mounted: Element[] = [];
