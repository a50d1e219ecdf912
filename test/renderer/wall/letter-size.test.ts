import { assert, double, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fittingFontSizePx,
  letterHeightMm,
  pixelPitchMm,
  smallTextRatio,
  wallFontSizePx,
} from '../../../renderer/wall/letter-size.ts'

describe('letter size of a wall', () => {
  test('16 minutes of arc are 4.65 mm per metre, 20 are 5.82', () => {
    expect(letterHeightMm(1, 16)).toBeCloseTo(4.654, 2)
    expect(letterHeightMm(1, 20)).toBeCloseTo(5.818, 2)
  })

  test('a 55 inch screen of 1920 by 1080 has pixels of 0.634 mm', () => {
    expect(pixelPitchMm(55, 1920, 1080)).toBeCloseTo(0.634, 3)
  })

  test('that screen at 3 m needs about 38 px, at 5 m about 63 px, and twice that with 4K pixels', () => {
    const near = { inches: 55, distanceMetres: 3, arcMinutes: 20 }
    expect(wallFontSizePx(near, 1920, 1080)).toBeCloseTo(37.9, 0)
    expect(wallFontSizePx({ ...near, distanceMetres: 5 }, 1920, 1080)).toBeCloseTo(63.1, 0)
    expect(wallFontSizePx(near, 3840, 2160)).toBeCloseTo(2 * wallFontSizePx(near, 1920, 1080), 6)
  })

  test('the printed letter has the wanted angle whatever the screen', () => {
    assert(
      property(
        double({ min: 10, max: 200, noNaN: true }),
        double({ min: 0.5, max: 20, noNaN: true }),
        double({ min: 16, max: 40, noNaN: true }),
        (inches, distanceMetres, arcMinutes) => {
          const fontPx = wallFontSizePx({ inches, distanceMetres, arcMinutes }, 1920, 1080)
          const capitalMm = fontPx * 0.727 * pixelPitchMm(inches, 1920, 1080)
          const angle = (Math.atan(capitalMm / 1000 / distanceMetres) * 180 * 60) / Math.PI
          expect(angle).toBeCloseTo(arcMinutes, 6)
        },
      ),
    )
  })

  test('smaller texts keep 16 minutes of arc', () => {
    expect(smallTextRatio(20)).toBeCloseTo(0.8)
    expect(smallTextRatio(16)).toBe(1)
    expect(smallTextRatio(32)).toBeCloseTo(0.5)
  })

  test('a picture too small for the distance still holds a board', () => {
    expect(fittingFontSizePx(38, 1920, 1080)).toBe(38)
    expect(fittingFontSizePx(400, 1920, 1080)).toBe(60)
    expect(fittingFontSizePx(400, 1080, 1920)).toBe(33.75)
  })
})
