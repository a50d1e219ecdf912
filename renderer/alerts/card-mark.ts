/** Attribute of a notice's card, by which the area finds the newest one's first button. */
export const CARD_MARK = 'data-notice'
