/** The screen a wall hangs on and where people stand. */
export interface WallScreenSetup {
  /** Diagonal of the picture in inches. */
  readonly inches: number
  readonly distanceMetres: number
  /** Letter height seen from `distanceMetres`, in minutes of arc. */
  readonly arcMinutes: number
}

/** NUREG-0700: letters of at least 16 minutes of arc at the greatest distance, better 20. */
export const LEAST_ARC_MINUTES = 16
export const PREFERRED_ARC_MINUTES = 20

/** Height of a capital of Inter, in parts of its font size. */
const CAPITAL_PER_FONT_SIZE = 0.727
const MM_PER_INCH = 25.4

/** Height in millimetres of a letter that fills `arcMinutes` at `distanceMetres`: 4.65 mm per metre at 16. */
export function letterHeightMm(distanceMetres: number, arcMinutes: number): number {
  return distanceMetres * 1000 * Math.tan((arcMinutes / 60) * (Math.PI / 180))
}

/** Width of one CSS pixel in millimetres on a screen of `widthPx` by `heightPx` CSS pixels. */
export function pixelPitchMm(inches: number, widthPx: number, heightPx: number): number {
  return (inches * MM_PER_INCH) / Math.hypot(widthPx, heightPx)
}

/** Font size in CSS pixels at which capitals reach the wanted height. */
export function wallFontSizePx(setup: WallScreenSetup, widthPx: number, heightPx: number): number {
  const capitalPx =
    letterHeightMm(setup.distanceMetres, setup.arcMinutes) / pixelPitchMm(setup.inches, widthPx, heightPx)
  return capitalPx / CAPITAL_PER_FONT_SIZE
}

/** A wall is laid out in letters: with fewer than these in height or width nothing useful would stand on it. */
const LEAST_LETTERS_HIGH = 15
const LEAST_LETTERS_WIDE = 32

/** The wanted font size, or the largest with which the picture still holds a board. */
export function fittingFontSizePx(wantedPx: number, widthPx: number, heightPx: number): number {
  return Math.min(wantedPx, heightPx / LEAST_LETTERS_HIGH, widthPx / LEAST_LETTERS_WIDE)
}

/** Font size of the smaller texts, in parts of the wall's: still 16 minutes of arc. */
export function smallTextRatio(arcMinutes: number): number {
  return Math.min(1, LEAST_ARC_MINUTES / arcMinutes)
}
