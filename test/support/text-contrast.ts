import type { Page } from 'playwright'

/**
 * Texts inside `selector` whose contrast with what lies behind them is under `least`, as "text ratio". Backgrounds are
 * blended from the outside in; pictures such as hatching are left out.
 */
export function lowContrastTexts(page: Page, selector: string, least: number): Promise<string[]> {
  return page.evaluate(
    ([inside, wanted]) => {
      type Colour = { red: number; green: number; blue: number; alpha: number }
      const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
      if (canvas === null) throw new Error('This browser has no canvas to read colours with.')
      const painter = canvas

      function read(css: string): Colour {
        painter.clearRect(0, 0, 1, 1)
        painter.fillStyle = css
        painter.fillRect(0, 0, 1, 1)
        const [red = 0, green = 0, blue = 0, alpha = 0] = painter.getImageData(0, 0, 1, 1).data
        return { red, green, blue, alpha: alpha / 255 }
      }

      function over(top: Colour, below: Colour): Colour {
        const mix = (a: number, b: number) => a * top.alpha + b * (1 - top.alpha)
        return {
          red: mix(top.red, below.red),
          green: mix(top.green, below.green),
          blue: mix(top.blue, below.blue),
          alpha: 1,
        }
      }

      function luminance({ red, green, blue }: Colour): number {
        const linear = [red, green, blue].map((value) => {
          const part = value / 255
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
        })
        return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0)
      }

      function behind(element: Element): Colour {
        const own = read(getComputedStyle(element).backgroundColor)
        const parent = element.parentElement
        return over(own, parent === null ? { red: 255, green: 255, blue: 255, alpha: 1 } : behind(parent))
      }

      const poor: string[] = []
      for (const element of document.querySelectorAll(`${inside} *`)) {
        const text = [...element.childNodes]
          .filter((node) => node.nodeType === 3)
          .map((node) => node.textContent)
          .join('')
          .trim()
        if (text === '' || element.closest('svg') !== null) continue
        const background = behind(element)
        const a = luminance(over(read(getComputedStyle(element).color), background))
        const b = luminance(background)
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
        if (ratio < wanted) poor.push(`${text} ${ratio.toFixed(2)}`)
      }
      return poor
    },
    [selector, least] as const,
  )
}
