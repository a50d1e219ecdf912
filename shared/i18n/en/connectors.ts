/** Translations of connector settings. */
export const connectors = {}
