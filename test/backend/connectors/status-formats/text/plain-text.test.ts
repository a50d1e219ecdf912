import { describe, expect, test } from 'vitest'
import { closingWord } from '../../../../../electron/backend/connectors/status-formats/text/closing-words.ts'
import {
  plainText,
  titleText,
} from '../../../../../electron/backend/connectors/status-formats/text/plain-text.ts'
import { webLink } from '../../../../../electron/backend/connectors/status-formats/text/web-link.ts'

describe('plainText', () => {
  test.each([
    ['<p>One</p><p>Two<br/>Three</p>', 'One\nTwo\nThree'],
    ['a &amp; b &lt;c&gt; &#8364; &nbsp; d', 'a & b <c> € d'],
    ['Load < 5 min and 3 > 2', 'Load < 5 min and 3 > 2'],
    ['Before<script>alert("<p>x</p>")</script>after', 'Beforeafter'],
    ['Before<STYLE>p{}</STYLE>after', 'Beforeafter'],
    ['Before<!-- <p>no</p> -->after', 'Beforeafter'],
    ['cut <a href="x', 'cut'],
    ['', ''],
  ])('%j', (html, expected) => {
    expect(plainText(html)).toBe(expected)
  })

  test('stays quick and short on what is made to be slow', () => {
    const started = performance.now()
    for (const html of [
      '<'.repeat(500_000),
      '<script>'.repeat(100_000),
      '<!--'.repeat(200_000),
      '&'.repeat(500_000),
    ]) {
      expect(plainText(html).length).toBeLessThanOrEqual(10_000)
    }
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

describe('titleText', () => {
  test.each([
    ['  Two \n lines ', 'Two lines'],
    ['ft<sup>2</sup> &amp; <b>bold</b>', 'ft2 & bold'],
    ['<script>alert(1)</script> SMS down', '<script>alert(1)</script> SMS down'],
    ['Load < 5 min & over', 'Load < 5 min & over'],
  ])('%j', (raw, expected) => {
    expect(titleText(raw)).toBe(expected)
  })
})

describe('webLink', () => {
  test.each([
    ['https://a.example/x', null, 'https://a.example/x'],
    ['/x', 'https://a.example/y/', 'https://a.example/x'],
    ['/x', null, null],
    ['javascript:alert(1)', 'https://a.example/', null],
    [' JavaScript:alert(1)', 'https://a.example/', null],
    ['data:text/html,x', 'https://a.example/', null],
    ['file:///etc/hostname', null, null],
    [null, 'https://a.example/', null],
  ])('%j on %j', (raw, base, expected) => {
    expect(webLink(raw, base)).toBe(expected)
  })
})

describe('closingWord', () => {
  test.each([
    ['This incident has been resolved.', 'resolved'],
    ['SMS gateway recovered', 'recovered'],
    ['Everything is back to normal.', 'back to normal'],
    ['The platform is available again, sorry.', 'available again'],
    ['Störung DNS behoben', 'behoben'],
    ['服务异常(已恢复)', '已恢复'],
    ['A fix has been implemented.', null],
    ['This is not yet resolved.', null],
    ['The problem is unresolved.', null],
    ['We will post again once it is resolved.', null],
    ['All models except one are available again.', null],
    ['Most routes have recovered.', null],
    ['Voice recovered. We are still working on SMS.', null],
  ])('%j', (text, expected) => {
    expect(closingWord(text)).toBe(expected)
  })
})
