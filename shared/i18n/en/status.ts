/** Provider status strip and page. */
export const status = {}
