/** How the terminal writes numbers and dates, and calls what it lists: the same on every machine, as its lists are read by programs too. */
export const LOCALE = 'en-US';
