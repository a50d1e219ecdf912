/** Settings, users, wall tokens. */
export const settings = {}
