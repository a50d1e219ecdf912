/** Sources, health, import, first run. */
export const sources = {}
