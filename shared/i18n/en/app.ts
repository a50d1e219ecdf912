/** Navigation, states every screen shares, keys. */
export const app = {}
