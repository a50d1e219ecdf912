/** Tray, menu, native notifications. */
export const desktop = {}
