import { expect, test } from 'vitest'
import { canonicalBytes, fileText, sha256 } from '../../../electron/backend/evidence/canonical-json.ts'

// RFC 8785, sections 3.2.2 to 3.2.4: the example of the document itself.
test('the canonical form is the one of RFC 8785', () => {
  const value: unknown = JSON.parse(String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`)
  expect(canonicalBytes(value).toString('utf8')).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  )
  const sorted: unknown = JSON.parse(
    String.raw`{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}`,
  )
  // Section 3.2.3: by UTF-16 code units, so that the smiling face precedes the Hebrew letter.
  expect(canonicalBytes(sorted).toString('utf8')).toBe(
    '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
  )
})

test('a file has the same content, with keys in order and lines for people', () => {
  expect(fileText({ b: [1], a: { d: null, c: 'x' } })).toBe(
    '{\n  "a": {\n    "c": "x",\n    "d": null\n  },\n  "b": [\n    1\n  ]\n}\n',
  )
})

test('the hash is what sha256sum prints', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('what JSON has no form for is refused', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', undefined]) {
    expect(() => canonicalBytes(value)).toThrow(Error)
  }
})
